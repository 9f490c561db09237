import { defineCheck } from '../../harness/engine/rule/check.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

const deviation = 'malformed';

/** `envelope/malformed-message` judges whether the server refuses it at all. */
export const malformedMessageSubcode = defineCheck({
  id: 'envelope/malformed-message-subcode',
  title: 'The fault that answers malformed XML has the subcode MessageFormat',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-08'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such message; whoever does learns another reason' },
  remedy: 'Send the subcode MessageFormat where the request cannot be parsed.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation } },

  *judge(evidence) {
    if (evidence.state !== 'fault') {
      throw new UnusableEvidence(`malformed XML got ${evidence.trouble || 'a success'}`, 'envelope/malformed-message');
    }
    yield* refusalFinding(evidence, 'MessageFormat');
  },

  counterexamples: [
    {
      name: 'an error of the server',
      on: 'discover fault',
      deviation,
      answer: { as: 'fault', subcode: 'InternalServiceFault' },
    },
    {
      name: 'a credential that was not read',
      on: 'issue fault',
      deviation,
      answer: { as: 'fault', subcode: 'Authentication' },
    },
  ],
});
