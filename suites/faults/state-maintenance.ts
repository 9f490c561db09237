import { defineStateRefusal } from './shared/state-refusal.ts';

/** Tells the user to try again later. */
export const stateMaintenance = defineStateRefusal({
  id: 'faults/state-maintenance',
  title: 'A server in maintenance refuses with ErrorType InMaintenance',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user takes a pause of the server for a failure' },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType InMaintenance in the fault, not HTTP 503 alone.',
  state: 'state-maintenance',
  due: ['InMaintenance'],
  user: 'maintenance@contoso.example',
});
