import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** This shows what a server takes a device for: its certificate, or what its message says. */
export const managementUnenrollmentOfAnother = defineCheck({
  id: 'management/unenrollment-of-another',
  title: 'A device cannot take another one out of management',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-15'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever has one enrolled device can end the management of any other, and get its commands',
  },
  remedy: 'Know a device by its certificate, and never by the DeviceID that its message names.',
  needs: { each: 'manage', where: { family: 'unenrollment-of-another' } },

  *judge(evidence) {
    if (!isChallenge(evidence)) yield* answerSeen(evidence);
  },

  counterexamples: [{ name: 'a server that goes by the DeviceID', ...behaves({ admits: 'named', proof: 'unasked' }) }],
});
