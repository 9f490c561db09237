import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/**
 * The certificate of the connection says who asks, and the signature of the message which certificate is to be renewed; both are the one
 * certificate that the device has (MS-MDE2 3.5.4.1.1.1; Learn: Certificate renewal). A server that compares the users alone lets each
 * device of a user stand in for the others.
 */
export const requesterDevice = defineRenewalRefusal({
  id: 'renewal/requester-device',
  title: 'A certificate is not renewed over the connection of another device of the same user',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-06'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'another device that has seen a message can send it again' },
  remedy: 'Compare the TLS client certificate, and not only its user, with the one that signed the PKCS #7 message.',
  deviation: 'other-device',
  asked: messageIds['other-device'],
  refusedByTls: true,
  grants: [
    { name: 'a server that does not look at the connection', ...behaves({ renewalSkips: 'client-certificate' }) },
    { name: 'a server that compares the users only', ...behaves({ renewalSkips: 'device' }) },
    { name: 'a server that takes a renewal for a first enrollment', ...behaves({ renewsAsIssue: true }) },
  ],
});
