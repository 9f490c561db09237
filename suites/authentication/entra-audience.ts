import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraAudience = defineTokenRefusal({
  id: 'authentication/entra-audience',
  title: 'The server refuses a Microsoft Entra token for another audience',
  requirements: ['JWT-03'],
  defect: 'audience',
  what: 'a token for another audience',
  says: 'whoever gets a token for any other application of the tenant enrolls devices with it',
  remedy: 'Compare aud with the application ID URI (version 1) or the client id (version 2) of the own application.',
});
