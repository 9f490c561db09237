import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/**
 * Learn (Certificate renewal) has a device enroll again once its certificate has expired. But the CertificateStore CSP has
 * Renew/RetryAfterExpiryInterval, by which a device goes on trying after that: a server that then renews follows a documented setting.
 */
export const expiredCertificate = defineRenewalRefusal({
  id: 'renewal/expired-certificate',
  title: 'A certificate that has expired is not renewed',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['REN-15'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'whoever finds the key of an old certificate gets a new one',
  },
  remedy:
    'Refuse to renew a certificate after its notAfter, or as soon as the retries that you allow after it are over.',
  deviation: 'state-expired-certificate',
  asked: messageIds['expired-certificate'],
  refusedByTls: true,
  grants: [{ name: 'a server that does not look at the date', ...behaves({ renewalSkips: 'expiry' }) }],
});
