import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraSignature = defineTokenRefusal({
  id: 'authentication/entra-signature',
  title: 'The server refuses a Microsoft Entra token whose signature is not of its content',
  requirements: ['JWT-01'],
  defect: 'signature',
  what: 'a token with the signature of another token',
  says: 'whoever has one token writes tokens of any user',
  remedy: 'Verify the signature of each token by the keys that its issuer publishes.',
});
