import type { SecretKind } from './secret-ledger.ts';

/** A stretch of text that is known, by where it stands, to hold a secret. */
export interface SecretPlace {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
  /** The secret with every escaping removed, white space around it included. */
  readonly value: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads text that holds a character for each byte as the UTF-8 that it is, if it is. */
export function readable(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) return text;
  const decoded = bytes.toString('utf8');
  return Buffer.from(decoded, 'utf8').equals(bytes) ? decoded : text;
}

/** Removes one level of XML escaping. */
export function unescapeXml(text: string): string {
  return readable(text).replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
