import { Secret } from '../../wire/redaction/secret.ts';
import { readBytes } from './pem-file.ts';
import { TargetError } from './target-error.ts';

/** Where a secret is kept: a variable of the environment, or a file. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The password in a file in UTF-8, without a byte order mark and a line break at its end. `from` names the option or field in the
 * `TargetError`.
 */
export function passwordInFile(file: string, from: string): Secret {
  const text = utf8(readBytes(file, from), `${from}: "${file}"`).replace(/\r?\n$/, '');
  if (text === '') throw new TargetError(`${from}: "${file}" is empty`);
  return usable(text, `${from}: "${file}"`);
}

/** The password in a variable; undefined where that is not set, or set to nothing. */
export function passwordInVariable(variable: string, env: Environment): Secret | undefined {
  const text = env[variable];
  return text === undefined || text === '' ? undefined : usable(text, variable);
}

/** Other bytes would be replaced by a character that the password does not have, and the wrong one sent. */
function utf8(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TargetError(`${from} is not text in UTF-8; save it as that`);
  }
}

/** XML 1.0 section 2.2 has no way to write a control character. */
function usable(text: string, from: string): Secret {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new TargetError(`${from} holds a character that no message can carry, such as a control character`);
  }
  return new Secret('password', text);
}
