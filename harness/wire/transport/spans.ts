/**
 * The pieces of a body in the bytes of a connection: the start of a piece, the offset after its end, and so on. One list of numbers, because
 * a server may send a body in millions of chunks.
 */
export type Spans = readonly number[];

/** A message without a body. */
export const noSpans: Spans = [];

/** A body in one piece. */
export function oneSpan(start: number, end: number): Spans {
  return [start, end];
}

/** A copy of the pieces, joined. */
export function joined(bytes: Uint8Array, spans: Spans): Uint8Array {
  let length = 0;
  for (let at = 0; at < spans.length; at += 2) length += (spans[at + 1] ?? 0) - (spans[at] ?? 0);
  const body = new Uint8Array(length);
  let filled = 0;
  for (let at = 0; at < spans.length; at += 2) {
    const [start = 0, end = 0] = [spans[at], spans[at + 1]];
    // A copy byte by byte is faster for tiny chunks than a view of each.
    if (end - start > 32) body.set(bytes.subarray(start, end), filled);
    else for (let offset = 0; offset < end - start; offset += 1) body[filled + offset] = bytes[start + offset] ?? 0;
    filled += end - start;
  }
  return body;
}
