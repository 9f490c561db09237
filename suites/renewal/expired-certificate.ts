import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/** What has expired proves nothing any more; Windows does not even try. */
export const expiredCertificate = defineRenewalRefusal({
  id: 'renewal/expired-certificate',
  title: 'A certificate that has expired is not renewed',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-15'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'a certificate never loses its worth: who finds the key of an old one gets a new one',
  },
  remedy: 'Refuse to renew a certificate after its notAfter; the device has to enroll again.',
  deviation: 'state-expired-certificate',
  asked: messageIds['expired-certificate'],
  refusedByTls: true,
  grants: [{ name: 'a server that does not look at the date', ...behaves({ renewalSkips: 'expiry' }) }],
});
