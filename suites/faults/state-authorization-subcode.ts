import { defineStateRefusal } from './shared/state-refusal.ts';

/** The fault says why; its detail may say that management is not for this user (MS-MDE2 2.2.10). */
export const stateAuthorizationSubcode = defineStateRefusal({
  id: 'faults/state-authorization-subcode',
  title: 'A user who may not enroll is refused with subcode Authorization, or ErrorType NotSupported',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user learns that the right to enroll is missing' },
  remedy: 'Answer a known user who may not enroll with a SOAP fault whose subcode is Authorization.',
  state: 'state-authorization',
  due: ['Authorization', 'NotSupported'],
  user: 'blocked@contoso.example',
});
