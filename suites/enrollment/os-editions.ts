import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/**
 * Pro, Home and Education in the numbers of GetProductInfo (MS-MDE2 2.2.9.6 names them PRODUCT_*). The other devices of a run are
 * Enterprise and Enterprise Evaluation.
 */
export const osEditions = defineCheck({
  id: 'enrollment/os-editions',
  title: 'Devices with Windows Pro, Home and Education enroll',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-13'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices with Windows Pro, Home or Education end their enrollment without a certificate',
    evidence: witnesses.steps,
  },
  remedy: 'Do not compare OSEdition with a list. Refuse an edition that you do not support with DeviceNotSupported.',
  needs: { each: 'issue', where: { family: 'os-editions-enrolling' } },

  *judge(evidence) {
    if (!isUnsupported(evidence)) yield* answerFinding(evidence);
  },

  counterexamples: [
    {
      name: 'a list of editions without Pro',
      on: 'issue',
      matching: 'Name="OSEdition"><ac:Value>48<',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    {
      name: 'a list of editions without Education',
      on: 'issue',
      matching: 'Name="OSEdition"><ac:Value>121<',
      answer: { as: 'fault', subcode: 'EnrollmentServer' },
    },
  ],
});

/** A server may leave an edition out, and then says so. */
function isUnsupported(evidence: Evidence): boolean {
  return evidence.state === 'fault' && evidence.fault.errorType === 'DeviceNotSupported';
}
