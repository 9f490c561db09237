import { createHmac } from 'node:crypto';
import { textInBase64 } from './base64-text.ts';

/** What a secret is, as its placeholder says. */
export type SecretKind = 'password' | 'token' | 'secret' | 'nonce' | 'cookie' | 'authorization' | 'key' | 'signature';

/** A secret that is known before anything is read, and is replaced wherever it appears. */
export interface KnownSecret {
  readonly kind: SecretKind;
  readonly value: string;
}

/** Gives secrets their numbers: one secret, one placeholder, in plain text and in base64 alike. */
export interface SecretLedger {
  /** White space around the value does not count. */
  readonly placeholderFor: (kind: SecretKind, value: string) => string;
  /** Keeps numbers free that a session already uses. */
  readonly reserve: (placeholder: string) => void;
  /** Every secret that has a placeholder, in the order of their appearance. */
  readonly named: () => readonly (KnownSecret & { readonly placeholder: string })[];
}

const placeholderForm = /^redacted-([a-z]+)-(\d+)$/;

/** Whether a text is a placeholder already. */
export function isPlaceholder(text: string): boolean {
  return placeholderForm.test(text);
}

/** Gives a secret its number, from what it is alone. */
export type SecretNumber = (value: string) => number;

/**
 * Numbers that are the same wherever a secret is met, so that recordings of several processes can be joined: the first 48 bits of an HMAC. Who
 * does not have the key learns nothing of a secret from its number.
 */
export function secretNumbers(key: string): SecretNumber {
  return (value) =>
    createHmac('sha256', key)
      .update(textInBase64(value)?.trim() ?? value)
      .digest()
      .readUIntBE(0, 6);
}

/** Numbers of each kind begin at 1, unless `numberOf` gives them. */
export function createSecretLedger(numberOf?: SecretNumber): SecretLedger {
  const placeholders = new Map<string, string>();
  const named: (KnownSecret & { readonly placeholder: string })[] = [];
  const used = new Map<string, number>();

  const enter = (kind: SecretKind, value: string): string => {
    const number = numberOf?.(value) ?? (used.get(kind) ?? 0) + 1;
    used.set(kind, number);
    const placeholder = `redacted-${kind}-${number}`;
    named.push({ kind, value, placeholder });
    placeholders.set(value, placeholder);
    return placeholder;
  };

  return {
    placeholderFor: (kind, value) => {
      const own = placeholders.get(value.trim());
      if (own !== undefined) return own;
      const known = formsOf(value).find((form) => placeholders.has(form));
      return known === undefined ? enter(kind, value.trim()) : (placeholders.get(known) ?? '');
    },
    reserve: (placeholder) => {
      const [, kind = '', number = '0'] = placeholderForm.exec(placeholder) ?? [];
      used.set(kind, Math.max(used.get(kind) ?? 0, Number(number)));
    },
    named: () => named,
  };
}

function formsOf(value: string): string[] {
  const plain = value.trim();
  const decoded = textInBase64(plain);
  return [plain, Buffer.from(plain, 'utf8').toString('base64'), ...(decoded === undefined ? [] : [decoded.trim()])];
}
