/** Thrown when bytes are not the DER that was expected; the message names the field and the byte. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One tag-length-value of DER, as a view on the bytes that hold it, so that nothing is lost or re-encoded. */
export interface Der {
  /** The identifier octet: class, constructed bit and number (`0x30` is SEQUENCE). */
  readonly tag: number;
  /** Where it begins in the outermost bytes, for messages. */
  readonly offset: number;
  /** Tag, length and value. */
  readonly bytes: Uint8Array;
  /** The value alone. */
  readonly content: Uint8Array;
}

/** Identifier octets of the types that certificates use. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The identifier octet of a constructed context-specific field, `[n]`. */
export function contextTag(n: number): number {
  return 0xa0 | n;
}

/** Reads the value at the start of `bytes`; what follows it is the caller's to judge. */
export function readDer(bytes: Uint8Array, what: string, offset = 0): Der {
  const tag = bytes[0];
  if (tag === undefined) throw new DerError(`${what} is missing at byte ${offset}`);
  if ((tag & 0x1f) === 0x1f) throw new DerError(`${what} at byte ${offset} has a tag of more than one octet`);
  const { length, headerBytes } = readLength(bytes, what, offset);
  const end = headerBytes + length;
  if (end > bytes.length) {
    throw new DerError(
      `${what} at byte ${offset} announces ${length} octets, but only ${bytes.length - headerBytes} follow`,
    );
  }
  return { tag, offset, bytes: bytes.subarray(0, end), content: bytes.subarray(headerBytes, end) };
}

function readLength(bytes: Uint8Array, what: string, offset: number): { length: number; headerBytes: number } {
  const first = bytes[1];
  if (first === undefined) throw new DerError(`${what} at byte ${offset} ends before its length`);
  if (first < 0x80) return { length: first, headerBytes: 2 };
  const count = first & 0x7f;
  if (count === 0) throw new DerError(`${what} at byte ${offset} has an indefinite length, which DER forbids`);
  if (count > 4) throw new DerError(`${what} at byte ${offset} has a length of ${count} octets`);
  if (bytes.length < 2 + count) throw new DerError(`${what} at byte ${offset} ends within its length`);
  const length = bytes.subarray(2, 2 + count).reduce((sum, octet) => sum * 256 + octet, 0);
  return { length, headerBytes: 2 + count };
}

/** Reads one field after another out of a constructed value. */
export interface Fields {
  /** The next field, which must have this tag. */
  next(tag: number, what: string): Der;
  /** The next field if it has this tag. */
  optional(tag: number): Der | undefined;
  /** The next field, whatever it is. */
  any(what: string): Der;
  /** How many octets are left. */
  left(): number;
}

/** Opens a constructed value that must have this tag. */
export function openFields(parent: Der, tag: number, what: string): Fields {
  requireTag(parent, tag, what);
  const start = parent.offset + parent.bytes.length - parent.content.length;
  let position = 0;
  const peek = (name: string): Der => readDer(parent.content.subarray(position), name, start + position);
  const take = (field: Der): Der => {
    position += field.bytes.length;
    return field;
  };
  return {
    next: (wanted, name) => take(requireTag(peek(name), wanted, name)),
    optional: (wanted) => (parent.content[position] === wanted ? take(peek(what)) : undefined),
    any: (name) => take(peek(name)),
    left: () => parent.content.length - position,
  };
}

/** All fields of a SEQUENCE OF or SET OF. */
export function readItems(parent: Der, tag: number, what: string): Der[] {
  const fields = openFields(parent, tag, what);
  const items: Der[] = [];
  while (fields.left() > 0) items.push(fields.any(what));
  return items;
}

/** The value itself, if it has this tag. */
export function requireTag(value: Der, tag: number, what: string): Der {
  if (value.tag === tag) return value;
  throw new DerError(`${what} at byte ${value.offset} has tag ${hexTag(value.tag)} instead of ${hexTag(tag)}`);
}

function hexTag(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
