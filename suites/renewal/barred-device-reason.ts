import { defineCheck } from '../../harness/engine/rule/check.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';
import { messageIds } from './shared/message-ids.ts';

const deviation = 'state-not-eligible-to-renew';

/** The only reason that tells the device that its renewal is refused for good. */
export const barredDeviceReason = defineCheck({
  id: 'renewal/barred-device-reason',
  title: 'The renewal of a blocked device is refused with ErrorType NotEligibleToRenew',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anybody learns that the device has to enroll again' },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType NotEligibleToRenew in the fault.',
  needs: { each: 'renew', where: { deviation } },
  applies: { when: 'the server refuses the renewal with a SOAP fault', test: ({ state }) => state === 'fault' },

  *judge(evidence) {
    yield* refusalFinding(evidence, 'NotEligibleToRenew');
  },

  counterexamples: [
    {
      name: 'a refusal without the particular reason',
      on: 'renew fault',
      asked: messageIds['not-eligible-to-renew'],
      answer: { as: 'fault', subcode: 'Authorization' },
    },
  ],
});
