import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';

/** A published sample has it. A space may be part of a password, so a server that does not trim may refuse it. */
export const passwordSpacing = defineCheck({
  id: 'enrollment/password-spacing',
  title: 'White space behind the password is trimmed, or the password is refused as wrong',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-41'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows adds no white space to the password; another client that does gets no reason',
  },
  remedy: 'Trim the text of Password, or document that it is not trimmed and answer with subcode Authentication.',
  needs: { each: 'issue', where: { family: 'password-spacing' } },

  *judge(evidence) {
    if (evidence.state === 'fault' && evidence.fault.subcode === 'Authentication') return;
    yield* answerSeen(evidence);
  },

  counterexamples: [
    {
      name: 'a parser that fails at the line break',
      on: 'issue',
      matching: String.raw`\n\s*</wsse:Password>`,
      answer: { as: 'fault', subcode: 'InternalServiceFault' },
    },
  ],
});
