import { isFileName } from '../../device/target/other-argument.ts';
import { passwordInFile } from '../../device/target/password.ts';
import { readPemFile } from '../../device/target/pem-file.ts';
import { isEmail } from '../../device/target/target-address.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { resolveTarget } from '../../device/target/target.ts';

/** The discovery URL that an answer means, and the user if the answer names one. Throws `TargetError`. */
export function addressIn(answer: string): { readonly url: string; readonly email?: string } {
  const text = answer.trim();
  if (isFileName(text))
    throw new TargetError(`"${text}" is a file; give a discovery URL, a domain or an e-mail address`);
  const { url, email } = resolveTarget(
    text,
    { email: isEmail(text) ? text : 'user@contoso.com', credentials: 'optional' },
    {},
  );
  return { url, ...(isEmail(text) ? { email } : {}) };
}

/** Throws `TargetError` for what no Discover carries as its user. */
export function refuseNoEmail(answer: string): void {
  if (!isEmail(answer.trim())) throw new TargetError(`"${answer}" is not an e-mail address, such as user@contoso.com`);
}

/** Throws `TargetError` for what cannot be the name of a variable; it may be the secret itself, so that no message quotes it. */
export function refuseNoVariable(answer: string): void {
  if (/^[A-Z_][A-Z0-9_]*$/.test(answer)) return;
  throw new TargetError(
    'give the name of an environment variable in capitals, such as MDE_PASSWORD, never the secret itself',
  );
}

/** Throws `TargetError` for a file that holds no certificate. */
export function refuseNoPem(file: string, from: string): void {
  readPemFile(file, from);
}

/** Throws `TargetError` for a file that holds no secret. */
export function refuseNoSecret(file: string, from: string): void {
  passwordInFile(file, from);
}

/** For a prompt: `true`, or what is wrong. */
export function verdictOn(check: () => void): true | string {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof TargetError) return error.message;
    throw error;
  }
}
