import { defineStateRefusal } from './shared/state-refusal.ts';

/** A user who may not enroll gets no certificate, whatever the fault says of it. */
export const stateAuthorization = defineStateRefusal({
  id: 'faults/state-authorization',
  title: 'A user who may not enroll is refused with a SOAP fault',
  level: 'MUST',
  basis: 'security',
  requirements: ['FLT-07'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'a user without the right to enroll manages to' },
  remedy: 'Answer a known user who may not enroll with a SOAP fault.',
  state: 'state-authorization',
  due: [],
  user: 'blocked@contoso.example',
});
