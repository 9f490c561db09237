import { Secret } from '../../wire/redaction/secret.ts';
import type { SecretKind } from '../../wire/redaction/secret-ledger.ts';
import { readSecretFile } from './pem-file.ts';
import { TargetError } from './target-error.ts';

/** The environment, whose variables may hold secrets. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The password, or another `kind` of secret, in a UTF-8 file, without a byte order mark and without a line break at its end. `from`
 * names the option or field in the `TargetError`.
 */
export function passwordInFile(file: string, from: string, kind: SecretKind = 'password'): Secret {
  const text = utf8(readSecretFile(file, from), `${from}: "${file}"`).replace(/\r?\n$/, '');
  if (text === '') throw new TargetError(`${from}: "${file}" is empty`);
  return usable(text, `${from}: "${file}"`, kind);
}

/** The password in a variable; undefined if the variable is not set or empty. */
export function passwordInVariable(variable: string, env: Environment): Secret | undefined {
  const text = env[variable];
  return text === undefined || text === '' ? undefined : usable(text, variable);
}

/** Refuses other bytes, because a decoder would replace them, and the device would send a wrong password. */
function utf8(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TargetError(`${from} is not UTF-8 text; save it as UTF-8`);
  }
}

/** XML 1.0 section 2.2 cannot express control characters. */
function usable(text: string, from: string, kind: SecretKind = 'password'): Secret {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new TargetError(`${from} holds a character that no message can carry, such as a control character`);
  }
  return new Secret(kind, text);
}
