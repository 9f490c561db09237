import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const missingTimestamp = defineSignatureCheck({
  id: 'authentication/missing-timestamp',
  title: 'A signed message without a Timestamp is refused',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-30'],
  impact: {
    kind: 'security',
    says: 'a signed message is good for ever, and whoever has recorded it can send it again',
  },
  remedy: 'Refuse a signed message without u:Timestamp, u:Created and u:Expires, with subcode InvalidSecurity.',
  deviation: 'signed-timestamp-missing',
  skipped: { timestamp: 'a server that needs no Timestamp' },
});
