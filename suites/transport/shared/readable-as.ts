const markup = /^\uFEFF?\s*<[A-Za-z_?!]/;
const marks: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Whether bytes show markup when they are read by a charset. A byte order mark goes before the label (RFC 7303 section 3). A label that this
 * tool does not know proves nothing.
 */
export function readableAs(body: Uint8Array, label: string): boolean {
  if (marks.some((mark) => mark.every((byte, at) => body[at] === byte))) return true;
  if (!isKnown(label)) return true;
  try {
    return markup.test(new TextDecoder(label, { fatal: true }).decode(body));
  } catch {
    return false;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
