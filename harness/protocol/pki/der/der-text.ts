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
 * The text of an ASN.1 string; undefined for another value. It accepts all octets: those that the type does not allow
 * (the `!` and NUL that Windows writes into a PrintableString) are read as Latin-1, and octets that are no character
 * become U+FFFD.
 */
export function readText(value: Der): { readonly value: string; readonly encoding: StringEncoding } | undefined {
  const encoding = encodings.get(value.tag);
  return encoding && { value: decode(value.content, encoding), encoding };
}

function decode(content: Uint8Array, encoding: StringEncoding): string {
  if (encoding === 'UTF8String') return Buffer.from(content).toString('utf8');
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
