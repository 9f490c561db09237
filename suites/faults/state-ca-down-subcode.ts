import { defineStateRefusal } from './shared/state-refusal.ts';

/** Tells a failure of the server from a mistake of the user. */
export const stateCaDownSubcode = defineStateRefusal({
  id: 'faults/state-ca-down-subcode',
  title: 'A failure of the certification authority has a subcode that says so',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user learns that the mistake is on the server' },
  remedy: 'Use the subcode CertificateRequest, EnrollmentServer or InternalServiceFault.',
  state: 'state-ca-down',
  due: ['CertificateRequest', 'EnrollmentServer', 'InternalServiceFault'],
  user: 'ca-down@contoso.example',
});
