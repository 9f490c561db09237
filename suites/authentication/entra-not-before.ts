import { defineTokenRefusal } from './shared/token-refusal.ts';

/** The token stands between two that the server takes, so that it is refused for its own defect. */
export const entraNotBefore = defineTokenRefusal({
  id: 'authentication/entra-not-before',
  title: 'The server refuses a Microsoft Entra token that becomes valid in an hour',
  requirements: ['JWT-04'],
  defect: 'not-yet-valid',
  what: 'a token that is not valid yet',
  says: 'a token works outside of the time for which it was issued',
  remedy: 'Compare nbf with the clock, with a few minutes for clocks that differ.',
});
