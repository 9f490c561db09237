import type { Framing, Header } from './exchange.ts';
import { contentLengthsOf, transferEncodingOf } from '../transport/message-end.ts';

/**
 * The framing of an answer that did not come over a wire: only the announced length. It is read before redaction, which
 * changes the number of bytes.
 */
export function announcedFraming(headers: readonly Header[], body: Uint8Array): Framing | undefined {
  const contentLengths = contentLengthsOf(headers);
  const isCoded = headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  if (contentLengths.length === 0 || isCoded || transferEncodingOf(headers) !== undefined) return undefined;
  return { contentLengths, bodyBytes: body.length };
}
