import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/** Anybody can see and copy issuer, serial number and subject; only the signature proves the issuer. */
export const foreignCertificate = defineRenewalRefusal({
  id: 'renewal/foreign-certificate',
  title: 'A certificate that another issued is not renewed, though it says what one of the server says',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-05'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'anybody gets a certificate of this server, as the device of his choice' },
  remedy: 'Verify that the certificate in the PKCS #7 message is one of the server, by its signature or byte by byte.',
  deviation: 'foreign-certificate',
  asked: messageIds.foreign,
  refusedByTls: true,
  grants: [
    { name: 'a server that asks for no issuer', ...behaves({ renewalSkips: 'issuer' }) },
    {
      name: 'a server that asks for the issuer of the connection alone',
      on: 'renew fault',
      deviation: 'other-client-certificate',
      answer: { as: 'control' },
    },
  ],
});
