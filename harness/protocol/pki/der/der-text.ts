import { isUtf8 } from 'node:buffer';
import { tags, type Der } from './der.ts';

/** The ASN.1 string types that names use. */
export type StringEncoding =
  | 'UTF8String'
  | 'PrintableString'
  | 'IA5String'
  | 'TeletexString'
  | 'BMPString'
  | 'UniversalString'
  | 'NumericString'
  | 'VisibleString';

const encodings: ReadonlyMap<number, StringEncoding> = new Map([
  [tags.utf8String, 'UTF8String'],
  [tags.printableString, 'PrintableString'],
  [tags.ia5String, 'IA5String'],
  [tags.teletexString, 'TeletexString'],
  [tags.bmpString, 'BMPString'],
  [tags.universalString, 'UniversalString'],
  [tags.numericString, 'NumericString'],
  [tags.visibleString, 'VisibleString'],
]);

/**
 * The text of an ASN.1 string; undefined for another value. It accepts all octets: those that the type does not allow (the `!` and NUL that
 * Windows writes into a PrintableString, a UTF8String that is no UTF-8) are read as Latin-1, so that different octets stay different
 * names. A number above U+10FFFF in a UniversalString becomes U+FFFD.
 */
export function readText(value: Der): { readonly value: string; readonly encoding: StringEncoding } | undefined {
  const encoding = encodings.get(value.tag);
  return encoding && { value: decode(value.content, encoding), encoding };
}

function decode(content: Uint8Array, encoding: StringEncoding): string {
  if (encoding === 'UTF8String' && isUtf8(content)) return Buffer.from(content).toString('utf8');
  if (encoding === 'BMPString') return fromUnits(content, 2);
  if (encoding === 'UniversalString') return fromUnits(content, 4);
  return Buffer.from(content).toString('latin1');
}

/** Big-endian characters of `size` octets. */
function fromUnits(content: Uint8Array, size: 2 | 4): string {
  const buffer = Buffer.from(content);
  const characters = Array.from({ length: Math.floor(buffer.length / size) }, (_, index) =>
    buffer.readUIntBE(index * size, size),
  );
  const toText = size === 2 ? (unit: number) => String.fromCharCode(unit) : fromCodePoint;
  return characters.map(toText).join('');
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
