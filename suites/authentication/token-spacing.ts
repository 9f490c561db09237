import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** Encoders of MIME break base64 into lines, and the samples break other tokens. */
export const tokenSpacing = defineCheck({
  id: 'authentication/token-spacing',
  title: 'Line breaks in the base64 of the token are accepted',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AUTH-22'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows is not known to wrap a token; another client that does may not enroll' },
  remedy: 'Remove white space from the text of the BinarySecurityToken before it is decoded.',
  needs: { each: ['get-policies', 'issue'], where: { family: 'token-spacing' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [
    {
      name: 'a server that decodes the text as it is',
      ...behaves({ tokenSeconds: 900 }),
      and: [
        {
          on: 'issue',
          matching: '[A-Za-z0-9+/]{76}\n[A-Za-z0-9+/=]',
          answer: { as: 'fault', subcode: 'InvalidSecurity' },
        },
      ],
    },
  ],
});
