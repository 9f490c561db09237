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
  | { readonly kind: 'incomplete' }
  /** `head` is the part that was read: the status line arrived. */
  | { readonly kind: 'too-large'; readonly message: string; readonly head: RawHead }
  | { readonly kind: 'unreadable'; readonly message: string };

const statusLine = /^(HTTP\/\d(?:\.\d)?)[ \t]+(\d{3})(?:[ \t]+(.*))?$/;

/** Reads the head of a response leniently: it keeps bare LF, odd field names and folded lines. */
export function readHead(bytes: Buffer, offset: number): HeadReading {
  const start = skipBlankLines(bytes, offset);
  const end = endOfHead(bytes, start);
  if (!looksLikeHttp(bytes, start)) {
    return {
      kind: 'unreadable',
      message: `The answer begins with ${quote(bytes, start)}, which is not an HTTP status line.`,
    };
  }
  if ((end ?? bytes.length) - start > headLimits.bytes) {
    const reading = parseHead(bytes, start, start + headLimits.bytes);
    const message = `The header block is larger than ${headLimits.bytes / 1024} KiB.`;
    return reading.kind === 'head' ? { kind: 'too-large', message, head: reading.head } : reading;
  }
  return end === undefined ? { kind: 'incomplete' } : parseHead(bytes, start, end);
}

function parseHead(bytes: Buffer, start: number, end: number): HeadReading {
  const [first = '', ...lines] = bytes.toString('latin1', start, end).trimEnd().split(/\r?\n/);
  const [, httpVersion, status, statusText = ''] = statusLine.exec(first) ?? [];
  if (httpVersion === undefined || status === undefined) {
    return {
      kind: 'unreadable',
      message: `The answer begins with ${quote(bytes, start)}, which is not an HTTP status line.`,
    };
  }
  const fields = unfold(lines).map(readField);
  const headers = fields.slice(0, headLimits.fields);
  const head = { status: Number(status), statusText, httpVersion, headers, end };
  if (fields.length <= headLimits.fields) return { kind: 'head', head };
  const message = `The answer has ${fields.length} header fields; the limit is ${headLimits.fields}.`;
  return { kind: 'too-large', message, head };
}

function skipBlankLines(bytes: Buffer, offset: number): number {
  let at = offset;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1;
  return at;
}

function looksLikeHttp(bytes: Buffer, start: number): boolean {
  const begin = bytes.toString('latin1', start, start + 5);
  return 'HTTP/'.startsWith(begin);
}

function endOfHead(bytes: Buffer, start: number): number | undefined {
  const ends = ['\n\r\n', '\n\n'].map((mark) => ({ at: bytes.indexOf(mark, start, 'latin1'), length: mark.length }));
  const found = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
  return found && found.at + found.length;
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
