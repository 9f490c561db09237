/** The methods that a run can be limited to, as command lines and target files name them. */
export const authMethods = ['on-premise', 'federated', 'certificate', 'entra'] as const;

/** How a user authenticates. */
export type AuthMethod = (typeof authMethods)[number];

/** Whether a text names a method. */
export function isAuthMethod(text: unknown): text is AuthMethod {
  return authMethods.some((method) => method === text);
}
