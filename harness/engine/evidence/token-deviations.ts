/** What may be wrong with the token of a sign-in. Redaction removes the token, so that only the label of a request tells. */
export const tokenDeviations = [
  'token-changed',
  'token-signature',
  'token-expired',
  'token-audience',
  'token-value-type',
  'token-encoding',
  // A server may refuse it as well as accept it.
  'token-reused',
] as const;

/** Valid requests that only a server of tokens gets. */
export const tokenFamilies = ['token-spacing', 'other-user-token', 'large-token'] as const;
