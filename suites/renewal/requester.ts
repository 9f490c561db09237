import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/**
 * The connection and the message have to be from the same device: one says who asks, the other which certificate to
 * renew.
 */
export const requester = defineRenewalRefusal({
  id: 'renewal/requester',
  title: 'A certificate is not renewed over the connection of the device of another user',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-06'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'another device that has seen a message can send it again' },
  remedy: 'Compare the TLS client certificate with the one that signed the PKCS #7 message.',
  deviation: 'state-second-user',
  asked: messageIds['second-user'],
  grants: [
    { name: 'a server that does not look at the connection', ...behaves({ renewalSkips: 'client-certificate' }) },
  ],
});
