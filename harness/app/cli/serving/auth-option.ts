import { authMethods, type AuthMethod } from '../../../reference-server/services/auth-method.ts';
import { UsageError } from '../usage-error.ts';

/** Reads `--auth`: one or more methods, with commas between them. Throws `UsageError` for a method that this server does not have. */
export function authNamed(word: string): readonly AuthMethod[] {
  return [...new Set(word.split(',').map((name) => methodNamed(name.trim(), word)))];
}

function methodNamed(name: string, word: string): AuthMethod {
  const method = authMethods.find((known) => known === name);
  if (method) return method;
  const what = name === '' ? `"${word}" names no method` : `this server has no method "${name}"`;
  throw new UsageError(`--auth: ${what}; allowed: ${authMethods.join(', ')}, or several with commas between them`);
}
