import { hasTag } from './prolog.ts';

/** A document type that names a root and at most an external subset: nothing in it declares an entity. */
export interface PlainDoctype {
  readonly text: string;
  /** The same bytes with blanks in its place, so that every line keeps its number. */
  readonly blanked: Uint8Array;
}

const literal = `(?:"[^"<>]*"|'[^'<>]*')`;
const plain = new RegExp(`^<!DOCTYPE\\s+[^\\s"'<>[\\]]+(?:\\s+(?:SYSTEM|PUBLIC\\s+${literal})\\s+${literal})?\\s*>`);
/** Longer than any that names a public document type. */
const longest = 2048;
const [lineFeed, blank] = [0x0a, 0x20];

/** The document type of a document (XML 1.0, production 28), where it has one and no internal subset. */
export function plainDoctype(bytes: Uint8Array): PlainDoctype | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.indexOf('<!DOCTYPE');
  if (at === -1 || hasTag(buffer.toString('latin1', 0, at))) return undefined;
  const [text] = plain.exec(buffer.toString('latin1', at, at + longest)) ?? [];
  if (text === undefined) return undefined;
  const end = at + text.length;
  const isInside = (index: number): boolean => index >= at && index < end;
  const blanked = bytes.map((byte, index) => (isInside(index) && byte !== lineFeed ? blank : byte));
  return { text, blanked };
}

/** The bytes of a document without its document type, where that declares nothing. */
export function withoutPlainDoctype(bytes: Uint8Array): Uint8Array {
  return plainDoctype(bytes)?.blanked ?? bytes;
}
