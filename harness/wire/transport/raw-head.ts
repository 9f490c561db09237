import type { Header } from '../exchange/exchange.ts';

/** The limits of a header block: bytes and fields. Beyond them, an answer counts as too large. */
export const headLimits = { bytes: 64 * 1024, fields: 200 } as const;

/** The status line and header fields of one response, as sent. */
export interface RawHead {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly Header[];
  /** Offset of the first byte after the blank line. */
  readonly end: number;
}

/** The bytes from an offset on: a head, the beginning of one, or something else. */
export type HeadReading =
  | { readonly kind: 'head'; readonly head: RawHead }
  /** `searched` is the offset before which the end of the head is known not to be; a later call may begin there. */
  | { readonly kind: 'incomplete'; readonly searched: number }
  /** `head` is the part that was read: the status line arrived. */
  | { readonly kind: 'too-large'; readonly message: string; readonly head: RawHead }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Each part begins with what the one before cannot hold, so that a match takes no longer than the line. */
const statusLine = /^(HTTP\/\d(?:\.\d)?)[ \t]+([1-9]\d{2})(?:[ \t]+([^ \t\r][^\r]*)?)?$/;

/**
 * Reads the head of a response at `start` leniently: it keeps bare LF, odd field names and folded lines. It looks for the end of the
 * head from `searched` on, and not beyond the limit of a head.
 */
export function readHead(bytes: Buffer, start: number, searched = start): HeadReading {
  const limit = start + headLimits.bytes;
  const end = endOfHead(bytes, searched, limit);
  if (!looksLikeHttp(bytes, start)) {
    return {
      kind: 'unreadable',
      message: `The answer begins with ${quote(bytes, start)}, which is not an HTTP status line.`,
    };
  }
  if ((end ?? bytes.length) > limit) {
    const reading = parseHead(bytes, start, limit);
    const message = `The header block is larger than ${headLimits.bytes / 1024} KiB.`;
    return reading.kind === 'head' ? { kind: 'too-large', message, head: reading.head } : reading;
  }
  if (end !== undefined) return parseHead(bytes, start, end);
  return { kind: 'incomplete', searched: Math.max(start, bytes.length - longestMark + 1) };
}

/** The first line and the fields of a head that ends at `end`. */
function linesOf(bytes: Buffer, start: number, end: number): { readonly first: string; readonly fields: Header[] } {
  const [first = '', ...lines] = bytes.toString('latin1', start, end).trimEnd().split(/\r?\n/);
  return { first, fields: unfold(lines).map(readField) };
}

/** The first line and the fields of a message that is there as a whole; undefined where its head has no end within the limits. */
export function readStoredHead(
  bytes: Buffer,
): { readonly first: string; readonly fields: readonly Header[]; readonly end: number } | undefined {
  const end = endOfHead(bytes, 0, headLimits.bytes);
  if (end === undefined || end > headLimits.bytes) return undefined;
  const head = linesOf(bytes, 0, end);
  return head.fields.length > headLimits.fields ? undefined : { ...head, end };
}

function parseHead(bytes: Buffer, start: number, end: number): HeadReading {
  const { first, fields } = linesOf(bytes, start, end);
  const [, httpVersion, status, statusText = ''] = statusLine.exec(first) ?? [];
  if (httpVersion === undefined || status === undefined) {
    return {
      kind: 'unreadable',
      message: `The answer begins with ${quote(bytes, start)}, which is not an HTTP status line.`,
    };
  }
  const headers = fields.slice(0, headLimits.fields);
  const head = { status: Number(status), statusText, httpVersion, headers, end };
  if (fields.length <= headLimits.fields) return { kind: 'head', head };
  const message = `The answer has ${fields.length} header fields; the limit is ${headLimits.fields}.`;
  return { kind: 'too-large', message, head };
}

/** The offset of the first byte that is no line end, from `offset` on; some servers send blank lines before a response. */
export function skipBlankLines(bytes: Buffer, offset: number): number {
  let at = offset;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1;
  return at;
}

function looksLikeHttp(bytes: Buffer, start: number): boolean {
  const begin = bytes.toString('latin1', start, start + 5);
  return 'HTTP/'.startsWith(begin);
}

/** A blank line is one of these. */
const marks = ['\n\r\n', '\n\n'];
const longestMark = 3;

/** The offset after the first blank line that begins from `from` on and before `limit`. */
function endOfHead(bytes: Buffer, from: number, limit: number): number | undefined {
  const window = bytes.subarray(from, limit + longestMark);
  const ends = marks.map((mark) => ({ at: window.indexOf(mark, 0, 'latin1'), length: mark.length }));
  const found = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
  return found && from + found.at + found.length;
}

/** Joins continuation lines (RFC 9112 section 5.2) to the field that they continue. */
function unfold(lines: readonly string[]): string[] {
  const fields: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields.push(`${fields.pop() ?? ''} ${line.trim()}`);
    else fields.push(line);
  }
  return fields;
}

function readField(line: string): Header {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function quote(bytes: Buffer, start: number): string {
  return JSON.stringify(bytes.toString('latin1', start, start + 32));
}
