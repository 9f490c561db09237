import type { Spans } from './spans.ts';

/** The progress of reading the chunks of a body (RFC 9112 section 7.1). */
interface Chunks {
  /** `last`: the chunk of size 0 came, but not the blank line after it. */
  readonly state: 'open' | 'last' | 'whole' | 'broken';
  /** The position of the chunk data that has arrived; valid until the next call. */
  readonly spans: Spans;
  /** How many bytes of chunk data have arrived. */
  readonly data: number;
  /** Offset after the bytes that were read. */
  readonly end: number;
}

/** Reads chunks as they arrive; it reads each byte once, however often it is called. */
export interface ChunkScanner {
  /** `bytes` is everything received so far. */
  readonly advance: (bytes: Buffer) => Chunks;
}

const longestSizeLine = 1024;

/** Starts at the first chunk's size line. */
export function createChunkScanner(start: number): ChunkScanner {
  const spans: number[] = [];
  /** Bytes of the chunks that have ended. */
  let data = 0;
  let isOpen = false;
  let at = start;
  let state: Chunks['state'] = 'open';

  const advance = (bytes: Buffer): Chunks => {
    if (isOpen) spans.splice(-2);
    isOpen = false;
    let arrived = 0;
    while (state === 'open' && !isOpen) {
      const line = readLine(bytes, at);
      if (!line) break;
      const size = readSize(line.text);
      if (size === undefined) state = 'broken';
      else if (size === 0) {
        at = line.end;
        state = 'last';
      } else {
        const end = line.end + size;
        const next = afterLineEnd(bytes, end);
        isOpen = next === undefined;
        spans.push(line.end, Math.min(end, bytes.length));
        if (next === undefined) arrived = Math.min(end, bytes.length) - line.end;
        else {
          data += size;
          at = next;
        }
      }
    }
    if (state === 'open' && !isOpen && !mayBecomeSizeLine(bytes, at)) state = 'broken';
    if (state === 'last') skipTrailer(bytes);
    return { state, spans, data: data + arrived, end: isOpen ? (spans.at(-1) ?? at) : at };
  };

  const skipTrailer = (bytes: Buffer): void => {
    for (let line = readLine(bytes, at); line && state === 'last'; line = readLine(bytes, at)) {
      at = line.end;
      if (line.text === '') state = 'whole';
    }
  };

  return { advance };
}

function readLine(bytes: Buffer, start: number): { readonly text: string; readonly end: number } | undefined {
  const limit = Math.min(bytes.length, start + longestSizeLine + 1);
  let feed = start;
  while (feed < limit && bytes[feed] !== 0x0a) feed += 1;
  if (feed === limit) return undefined;
  const end = feed > start && bytes[feed - 1] === 0x0d ? feed - 1 : feed;
  return { text: bytes.toString('latin1', start, end), end: feed + 1 };
}

function mayBecomeSizeLine(bytes: Buffer, start: number): boolean {
  return (
    bytes.length - start <= longestSizeLine &&
    /^[ \t]*(?:[0-9A-Fa-f]|$)/.test(bytes.toString('latin1', start, start + 64))
  );
}

function readSize(line: string): number | undefined {
  const [, digits] = /^[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?$/.exec(line) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

/** Offset after the line end of a chunk; a missing line end is tolerated. Undefined if it has not arrived. */
function afterLineEnd(bytes: Buffer, end: number): number | undefined {
  if (bytes.length <= end) return undefined;
  if (bytes[end] === 0x0a) return end + 1;
  if (bytes[end] !== 0x0d) return end;
  if (bytes.length === end + 1) return undefined;
  return bytes[end + 1] === 0x0a ? end + 2 : end + 1;
}
