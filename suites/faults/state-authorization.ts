import { defineStateRefusal } from './shared/state-refusal.ts';

/**
 * A user who may not enroll gets no certificate, and the fault says why; its detail may say that management is not for
 * this user.
 */
export const stateAuthorization = defineStateRefusal({
  id: 'faults/state-authorization',
  title: 'A user who may not enroll is refused with subcode Authorization, or ErrorType NotSupported',
  level: 'MUST',
  basis: 'windows',
  requirements: ['FLT-07'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    hresult: '0x80180003',
    says: 'a user without the right to enroll manages to, or is not told',
  },
  remedy: 'Answer a known user who may not enroll with a SOAP fault whose subcode is Authorization.',
  state: 'state-authorization',
  due: ['Authorization', 'NotSupported'],
  user: 'blocked@contoso.example',
});
