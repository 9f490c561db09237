import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraTokenIssuer = defineTokenRefusal({
  id: 'authentication/entra-issuer',
  title: 'The server refuses a Microsoft Entra token of another issuer',
  requirements: ['JWT-02'],
  defect: 'issuer',
  what: 'a token of another issuer',
  says: 'whoever has keys in the same set issues tokens for this server',
  remedy: 'Compare iss with the issuer of the own tenant, character by character.',
});
