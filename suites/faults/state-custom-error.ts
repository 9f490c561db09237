import { defineStateRefusal } from './shared/state-refusal.ts';

/** Without it no device shows the text (Windows 10 20H2 and later). */
export const stateCustomError = defineStateRefusal({
  id: 'faults/state-custom-error',
  title: "A refusal with a text of the server's own has ErrorType CustomServerError",
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user gets the text of the server to read' },
  remedy: 'Send a DeviceEnrollmentServiceError with ErrorType CustomServerError, and the text in Reason.',
  state: 'state-custom-error',
  due: ['CustomServerError'],
  user: 'custom@contoso.example',
});
