import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const expiredMessage = defineSignatureCheck({
  id: 'authentication/expired-message',
  title: 'A signed message whose Timestamp expired a day ago is refused',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ENR-30'],
  impact: { kind: 'security', says: 'whoever has recorded a signed message can send it again' },
  remedy:
    'Refuse a signed message whose u:Expires is more than some minutes in the past, with subcode InvalidSecurity.',
  deviation: 'signed-timestamp-expired',
  skipped: { expiry: 'a server that does not look at Expires' },
});
