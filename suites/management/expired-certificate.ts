import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

export const managementExpiredCertificate = defineSessionRefusal({
  id: 'management/expired-certificate',
  title: 'An expired certificate opens no session',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-16'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a certificate is good for ever for whoever has it' },
  remedy: 'Check the dates of the certificate of the connection.',
  deviation: 'state-expired-certificate',
  counterexamples: [
    { name: 'a server that does not look at dates', ...behaves({ admits: 'expired', proof: 'unasked' }) },
  ],
});
