import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraUnsigned = defineTokenRefusal({
  id: 'authentication/entra-unsigned',
  title: 'The server refuses a Microsoft Entra token with the algorithm none',
  requirements: ['JWT-01'],
  defect: 'unsigned',
  what: 'a token without a signature',
  says: 'anybody writes tokens of any user',
  remedy: 'Fix the algorithm to RS256 in the server; do not take it from the token.',
});
