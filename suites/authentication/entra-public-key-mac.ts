import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraPublicKeyMac = defineTokenRefusal({
  id: 'authentication/entra-public-key-mac',
  title: 'The server refuses a Microsoft Entra token with HS256 keyed by the public key of the issuer',
  requirements: ['JWT-01'],
  defect: 'public-key-mac',
  what: 'a token whose HS256 is keyed by the public key',
  says: 'anybody who knows the public key writes tokens of any user',
  remedy: 'Fix the algorithm to RS256 in the server; do not take it from the token.',
});
