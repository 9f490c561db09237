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

  /** What it is; never the text. */
  toString(): string {
    return `[secret: ${this.kind}]`;
  }

  /** What JSON shows of it. */
  toJSON(): string {
    return this.toString();
  }

  /** What Node prints of it. */
  [inspect.custom](): string {
    return this.toString();
  }
}
