import type { HttpResponse } from '../exchange/exchange.ts';
import { contentLengthsOf, createMessageEndFinder, transferEncodingOf } from './message-end.ts';
import type { RawHead } from './raw-head.ts';
import { joined, noSpans, type Spans } from './spans.ts';

/** What the bytes alone do not show. */
export interface RawResponseOptions {
  /** Method of the request: the answer to HEAD has no body. */
  readonly method: string;
  /** Whether the connection was closed after the bytes. */
  readonly closed: boolean;
}

/** A complete response, the beginning of one, or other bytes. `response` exists once a head was read. */
export type RawResponse =
  | { readonly kind: 'whole'; readonly response: HttpResponse }
  | { readonly kind: 'partial'; readonly response?: HttpResponse }
  | {
      readonly kind: 'unreadable';
      readonly reason: 'too-large' | 'framing';
      /** The problem, as a sentence. */
      readonly message: string;
      readonly response?: HttpResponse;
    };

/**
 * Reads one HTTP/1.x response from the bytes of a connection. It is more lenient than Node, so that wrong framing can
 * be judged and is not an error. `body` ends at the announced end; `framing` counts the bytes after it (RFC 9112
 * sections 6 and 7).
 */
export function readRawResponse(bytes: Buffer, { method, closed }: RawResponseOptions): RawResponse {
  const located = createMessageEndFinder(method).locate(bytes);
  if (located.at === 'head') return { kind: 'partial' };
  if (located.at === 'body') {
    const response = responseOf(bytes, located.head, located.spans, located.bodyBytes);
    const isWhole = located.whole === 'yes' || (located.whole === 'if-closed' && closed);
    return { kind: isWhole ? 'whole' : 'partial', response };
  }
  const { reason, message, head, spans = noSpans, bodyBytes = 0 } = located;
  if (!head) return { kind: 'unreadable', reason, message };
  return { kind: 'unreadable', reason, message, response: responseOf(bytes, head, spans, bodyBytes) };
}

function responseOf(bytes: Buffer, head: RawHead, spans: Spans, bodyBytes: number): HttpResponse {
  const { status, statusText, httpVersion, headers } = head;
  const transferEncoding = transferEncodingOf(headers);
  return {
    status,
    statusText,
    httpVersion,
    headers,
    body: joined(bytes, spans),
    framing: {
      contentLengths: contentLengthsOf(headers),
      ...(transferEncoding === undefined ? {} : { transferEncoding }),
      bodyBytes,
    },
  };
}
