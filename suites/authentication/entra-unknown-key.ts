import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraUnknownKey = defineTokenRefusal({
  id: 'authentication/entra-unknown-key',
  title: 'The server refuses a Microsoft Entra token that a key signed which the issuer does not publish',
  requirements: ['JWT-01'],
  defect: 'unknown-key',
  what: 'a token signed by a stranger',
  says: 'anybody issues tokens of any user',
  remedy:
    'Take keys from the key set of the issuer alone; where a key is missing there, load the set once more, then refuse.',
});
