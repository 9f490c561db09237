import { createChunkScanner, type ChunkScanner } from './chunk-scanner.ts';
import { noSpans, oneSpan, type Spans } from './spans.ts';
import type { Header } from '../exchange/exchange.ts';
import { readHead, skipBlankLines, type RawHead } from './raw-head.ts';

/** Where the final response lies in the bytes of a connection. */
type Located =
  | { readonly at: 'head' }
  | {
      readonly at: 'body';
      readonly head: RawHead;
      readonly spans: Spans;
      /** `yes`: the announced end is reached. `if-closed`: it is complete once the connection is closed. */
      readonly whole: 'yes' | 'no' | 'if-closed';
      /** Body bytes received, with the bytes past the announced end. */
      readonly bodyBytes: number;
    }
  | {
      readonly at: 'nowhere';
      readonly reason: 'too-large' | 'framing';
      readonly message: string;
      readonly head?: RawHead;
      readonly spans?: Spans;
      readonly bodyBytes?: number;
    };

/** The limits of what comes before the final response: its interim responses (1xx), and their bytes with blank lines. */
const interimLimits = { responses: 20, bytes: 64 * 1024 } as const;

/** Follows the bytes of a connection up to the end of the final response, and skips interim responses (1xx). */
export interface MessageEndFinder {
  /** `bytes` is everything received so far; it may only grow from call to call. */
  readonly locate: (bytes: Buffer) => Located;
}

/** The request's method decides whether a body follows (RFC 9112 section 6.3). */
export function createMessageEndFinder(method: string): MessageEndFinder {
  let head: RawHead | undefined;
  let start = 0;
  let searched = 0;
  let interims = 0;
  let chunks: ChunkScanner | undefined;
  let failure: Located | undefined;

  const locate = (bytes: Buffer): Located => {
    if (failure) return failure;
    while (!head) {
      if (searched <= start) start = skipBlankLines(bytes, start);
      if (start > interimLimits.bytes || interims > interimLimits.responses) return (failure = tooManyInterims());
      const reading = readHead(bytes, start, Math.max(start, searched));
      if (reading.kind === 'incomplete') {
        searched = reading.searched;
        return { at: 'head' };
      }
      if (reading.kind === 'too-large') {
        return (failure = { at: 'nowhere', reason: 'too-large', message: reading.message, head: reading.head });
      }
      if (reading.kind === 'unreadable') {
        return (failure = { at: 'nowhere', reason: 'framing', message: reading.message });
      }
      if (isInterim(reading.head)) {
        start = reading.head.end;
        interims += 1;
      } else head = reading.head;
    }
    if (isChunked(head) && hasBody(head, method)) {
      chunks ??= createChunkScanner(head.end);
      return locateChunked(bytes, head, chunks);
    }
    return locatePlain(bytes, head, method);
  };

  return { locate };
}

function tooManyInterims(): Located {
  const { responses, bytes } = interimLimits;
  const message = `More than ${responses} interim responses (1xx), or ${bytes / 1024} KiB, came before the final one.`;
  return { at: 'nowhere', reason: 'too-large', message };
}

function locateChunked(bytes: Buffer, head: RawHead, scanner: ChunkScanner): Located {
  const { state, spans, data, end } = scanner.advance(bytes);
  if (state === 'broken' && data === 0 && announcedLengths(head).length > 0) return byLength(bytes, head);
  const bodyBytes = data + (state === 'whole' || state === 'broken' ? bytes.length - end : 0);
  if (state === 'broken') {
    const message = 'The header says chunked, but the chunks of the body cannot be read.';
    return { at: 'nowhere', reason: 'framing', message, head, spans, bodyBytes };
  }
  const whole = { open: 'no', last: 'if-closed', whole: 'yes' } as const;
  return { at: 'body', head, spans, whole: whole[state], bodyBytes };
}

function locatePlain(bytes: Buffer, head: RawHead, method: string): Located {
  const bodyBytes = bytes.length - head.end;
  if (!hasBody(head, method)) return { at: 'body', head, spans: noSpans, whole: 'yes', bodyBytes };
  if (announcedLengths(head).length > 0) return byLength(bytes, head);
  return { at: 'body', head, spans: oneSpan(head.end, bytes.length), whole: 'if-closed', bodyBytes };
}

/** Two different lengths: the body is complete from the smaller one on, and extends to the greater one. */
function byLength(bytes: Buffer, head: RawHead): Located {
  const lengths = announcedLengths(head);
  const bodyBytes = bytes.length - head.end;
  const end = Math.min(bytes.length, head.end + Math.max(...lengths));
  const whole = bodyBytes >= Math.min(...lengths) ? 'yes' : 'no';
  return { at: 'body', head, spans: oneSpan(head.end, end), whole, bodyBytes };
}

function isInterim({ status }: RawHead): boolean {
  return status < 200 && status !== 101;
}

function hasBody({ status }: RawHead, method: string): boolean {
  return method.toUpperCase() !== 'HEAD' && status >= 200 && status !== 204 && status !== 304;
}

function isChunked(head: RawHead): boolean {
  return /\bchunked\b/i.test(transferEncodingOf(head.headers) ?? '');
}

function announcedLengths(head: RawHead): number[] {
  return contentLengthsOf(head.headers)
    .filter((value) => /^\d{1,15}$/.test(value))
    .map(Number);
}

/** Every Content-Length value, as sent. */
export function contentLengthsOf(headers: readonly Header[]): string[] {
  return valuesOf(headers, 'content-length');
}

/** The Transfer-Encoding as sent, repeated fields joined by a comma. */
export function transferEncodingOf(headers: readonly Header[]): string | undefined {
  const values = valuesOf(headers, 'transfer-encoding');
  return values.length === 0 ? undefined : values.join(', ');
}

function valuesOf(headers: readonly Header[], wanted: string): string[] {
  return headers.filter(([name]) => name.trim().toLowerCase() === wanted).map(([, value]) => value);
}
