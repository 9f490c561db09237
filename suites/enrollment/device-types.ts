import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/** Kinds of device that the protocol names and a server need not manage, as long as it says so. */
export const deviceTypes = defineCheck({
  id: 'enrollment/device-types',
  title: 'DeviceType WindowsPhone and WindowsHandheld enroll, or are refused with DeviceNotSupported',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-43'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user learns that devices of this kind are not managed here' },
  remedy: 'Enroll devices of these types, or refuse them with the ErrorType DeviceNotSupported.',
  needs: { each: 'issue', where: { family: 'device-types' } },

  *judge(evidence) {
    if (isDeclined(evidence)) return;
    for (const seen of answerFinding(evidence)) yield { ...seen, expected: 'a certificate, or DeviceNotSupported' };
  },

  counterexamples: [
    {
      name: 'a server that knows computers only',
      on: 'issue',
      asked: '<ac:Value>WindowsPhone<',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});

function isDeclined(evidence: Evidence): boolean {
  return evidence.state === 'fault' && evidence.fault.errorType === 'DeviceNotSupported';
}
