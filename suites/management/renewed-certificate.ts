import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementRenewedCertificate = defineSessionTolerance({
  id: 'management/renewed-certificate',
  title: 'A renewed certificate opens a session of the same device',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-15'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'a device is not managed any more after its certificate was renewed' },
  remedy: 'Take a renewed certificate for the device of the one that it replaces.',
  family: 'renewed-certificate',
  refusals: {},
  counterexamples: [
    {
      name: 'a server that knows the first certificate only',
      on: 'manage',
      asked: '<SessionID>2</SessionID>',
      status: 403,
    },
  ],
});
