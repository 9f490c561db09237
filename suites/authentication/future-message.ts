import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const futureMessage = defineSignatureCheck({
  id: 'authentication/future-message',
  title: 'A signed message whose Timestamp begins tomorrow is refused',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ENR-30'],
  impact: {
    kind: 'security',
    says: 'a signed message can be made in advance, and is good for longer than its Timestamp says',
  },
  remedy:
    'Refuse a signed message whose u:Created is more than some minutes in the future, with subcode InvalidSecurity.',
  deviation: 'signed-timestamp-future',
  skipped: { start: 'a server that does not look at Created' },
});
