import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraExpiry = defineTokenRefusal({
  id: 'authentication/entra-expiry',
  title: 'The server refuses a Microsoft Entra token that expired an hour ago',
  requirements: ['JWT-04'],
  defect: 'expired',
  what: 'a token that has expired',
  says: 'a token that was lost is good for ever',
  remedy: 'Compare exp with the clock, with a few minutes for clocks that differ.',
});
