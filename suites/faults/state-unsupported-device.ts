import { defineStateRefusal } from './shared/state-refusal.ts';

/** Tells the user that trying again does not help. */
export const stateUnsupportedDevice = defineStateRefusal({
  id: 'faults/state-unsupported-device',
  title: 'A kind of device that is not accepted is refused with ErrorType DeviceNotSupported',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether such a device is accepted, and whether the user learns that to try again is in vain',
  },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType DeviceNotSupported in the fault.',
  state: 'state-unsupported-device',
  due: ['DeviceNotSupported'],
  user: 'unsupported@contoso.example',
});
