import { defineStateRefusal } from './shared/state-refusal.ts';

/** Leads the administrator to the license. */
export const stateLicense = defineStateRefusal({
  id: 'faults/state-license',
  title: 'A user whose license does not allow enrollment is refused with ErrorType UserLicense',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the license counts, and whether anybody is led to it' },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType UserLicense in the fault.',
  state: 'state-license',
  due: ['UserLicense'],
  user: 'unlicensed@contoso.example',
});
