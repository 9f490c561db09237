import { defineStateRefusal } from './shared/state-refusal.ts';

/** The only refusal that users can fix themselves. */
export const stateDeviceCap = defineStateRefusal({
  id: 'faults/state-device-cap',
  title: 'A user with as many devices as are allowed is refused with ErrorType DeviceCapReached',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the cap holds, and whether the user learns of it' },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType DeviceCapReached in the fault.',
  state: 'state-device-cap',
  due: ['DeviceCapReached'],
  user: 'cap@contoso.example',
});
