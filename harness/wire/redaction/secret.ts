import { inspect } from 'node:util';
import type { KnownSecret, SecretKind } from './secret-ledger.ts';

/**
 * A password, a token or another text that no output may show. Printed, put into a text or written as JSON it says what it is. Only
 * `revealTo` gives the text, after it has reported the secret for redaction.
 */
export class Secret {
  readonly kind: SecretKind;
  readonly #text: string;

  constructor(kind: SecretKind, text: string) {
    this.kind = kind;
    this.#text = text;
  }

  /** The text, for a message. `report` hears of it first; a run passes the one of its `SecretRegister`. */
  revealTo(report: (secret: KnownSecret) => void): string {
    report({ kind: this.kind, value: this.#text });
    return this.#text;
  }

  /** What it is, for whoever joins it to a text. */
  toString(): string {
    return `[secret: ${this.kind}]`;
  }

  /** The same for `JSON.stringify`. */
  toJSON(): string {
    return this.toString();
  }

  /** The same for the console. */
  [inspect.custom](): string {
    return this.toString();
  }
}
