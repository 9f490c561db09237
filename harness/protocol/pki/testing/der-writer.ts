/** DER of a tag with its contents, for structures that no library would write. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(size: number): readonly number[] {
  if (size < 0x80) return [size];
  if (size < 0x100) return [0x81, size];
  if (size < 0x10000) return [0x82, size >> 8, size & 0xff];
  return [0x83, size >> 16, (size >> 8) & 0xff, size & 0xff];
}

/** A SEQUENCE. */
export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);

/** Octets in hexadecimal; blanks are for the eye. */
export const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/** A string type with its characters in Latin-1. */
export const text = (tag: number, value: string): Buffer => tlv(tag, Buffer.from(value, 'latin1'));

/** TRUE. */
export const yes = tlv(1, Buffer.from([0xff]));

/** An INTEGER in as few octets as DER allows, or the same under another tag. */
export function integer(value: bigint | number, tag = 2): Buffer {
  const number = BigInt(value);
  let size = 1;
  while (BigInt.asIntN(size * 8, number) !== number) size += 1;
  const digits = BigInt.asUintN(size * 8, number).toString(16);
  return tlv(tag, Buffer.from(digits.padStart(size * 2, '0'), 'hex'));
}

/** An OBJECT IDENTIFIER, or the same under another tag. */
export function oid(dotted: string, tag = 6): Buffer {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return tlv(tag, ...[first * 40n + second, ...rest].map(arc));
}

function arc(value: bigint): Buffer {
  const octets = [Number(value & 0x7fn)];
  for (let left = value >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 0x7fn) | 0x80);
  return Buffer.from(octets);
}

/** A UTCTime up to 2049, a GeneralizedTime after it (RFC 5280 section 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '');
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050 ? text(0x17, digits.slice(2)) : text(0x18, digits);
}
