import { answer, behaves } from '../../engine/rule/departures.ts';
import type { LawfulServer } from './lawful-server.ts';

const servers: readonly Omit<LawfulServer, 'auth'>[] = [
  {
    name: 'takes the digest of a message in both readings',
    because: 'MS-MDE2 3.3.4.1.1.1.2 names one canonical form in its text and another in its example',
    departures: [behaves({ signatureReads: 'both' })],
  },
  {
    name: 'takes a wrong signature for an unusable header',
    because: 'WS-Security 12: FailedCheck and InvalidSecurity are both for a signature that does not hold',
    departures: [
      answer('get-policies fault', { as: 'fault', subcode: 'InvalidSecurity' }),
      answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
    ],
  },
];

/** Servers at which devices authenticate by a certificate. */
export const signatureServers: readonly LawfulServer[] = servers.map((server) => ({ ...server, auth: 'certificate' }));
