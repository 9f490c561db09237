import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

/** The connection still shows the certificate of the device, so that nobody else gets in; `management/identity` judges that without it. */
export const managementMessageSignature = defineSessionRefusal({
  id: 'management/message-signature',
  title: 'A message without the signature that the document asks for, or with a wrong one, opens no session',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-25'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever ends the TLS of a device, such as a proxy, changes what it says, and nobody sees it',
  },
  remedy:
    'Where you set RequireMessageSigning, verify the CMS in MS-Signature over the bytes of the body, by the certificate that you issued to the device.',
  deviation: 'state-message-signing',
  counterexamples: [
    { name: 'a server that reads no signature', ...behaves({ signatures: 'unread' }) },
    { name: 'a server that compares no digest', ...behaves({ signatures: 'of-anything' }) },
    { name: 'a server that believes any signer', ...behaves({ signatures: 'of-anybody' }) },
  ],
});
