/** The methods that a run can be limited to, as command lines and target files name them. */
export const authMethods = ['on-premise', 'federated', 'certificate'] as const;

/** How a user authenticates. */
export type AuthMethod = (typeof authMethods)[number];

/** Methods that have a name, and that no device of this version drives. */
const later: readonly string[] = ['entra'];

/** Whether a text names a method. */
export function isAuthMethod(text: unknown): text is AuthMethod {
  return authMethods.some((method) => method === text);
}

/** Whether a method is known by name only. */
export function isLaterMethod(text: unknown): text is string {
  return typeof text === 'string' && later.includes(text);
}
