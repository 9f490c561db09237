import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** Issuers put the groups of a user into his token. */
export const largeToken = defineCheck({
  id: 'authentication/large-token',
  title: 'A token of 16 KB is accepted',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AUTH-16'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'users with many groups may not enroll' },
  remedy: 'Accept tokens of 16 KB and more, in the server and in what stands before it.',
  needs: { each: ['get-policies', 'issue'], where: { family: 'large-token' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [
    {
      name: 'a server with a limit of 4 KB',
      ...behaves({ tokenSeconds: 900 }),
      and: [{ on: 'issue', matching: '[A-Za-z0-9+/=]{20000}', answer: { as: 'fault', subcode: 'InvalidSecurity' } }],
    },
  ],
});
