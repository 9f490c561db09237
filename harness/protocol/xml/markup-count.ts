/** How much markup a document has, before anybody parses it. */
export interface MarkupCount {
  /** Tags, comments, processing instructions and sections: each begins with `<`. */
  readonly tags: number;
  /** What may be attributes: each `=`, in a text too. */
  readonly attributes: number;
}

const [less, equals] = [0x3c, 0x3d];

/** Counts in one pass, in whatever encoding the bytes are. */
export function countMarkup(bytes: Uint8Array): MarkupCount {
  return { tags: countOf(less, bytes), attributes: countOf(equals, bytes) };
}

function countOf(sign: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) count += 1;
  return count;
}
