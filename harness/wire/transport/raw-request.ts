import type { Header } from '../exchange/exchange.ts';
import { createChunkScanner } from './chunk-scanner.ts';
import { transferEncodingOf } from './message-end.ts';
import { headLimits, readStoredHead } from './raw-head.ts';
import { joined } from './spans.ts';

/** A request as it was stored, its transfer coding removed. */
export interface RawRequest {
  readonly method: string;
  /** As the request line has it: an absolute URL, a path, or the host and port of a CONNECT. */
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

const requestLine = /^([\w!#$%&'*+.^`|~-]+) (\S+) (HTTP\/\d(?:\.\d)?)$/;

/** Reads the bytes of one request of HTTP/1.x; a text says as a clause why they cannot be read. */
export function readRawRequest(bytes: Buffer): RawRequest | string {
  const head = readStoredHead(bytes);
  if (!head) {
    const { bytes: most, fields } = headLimits;
    return `has no blank line after its header fields, or more of them than ${most / 1024} KiB or ${fields}`;
  }
  const [, method, target, httpVersion] = requestLine.exec(head.first) ?? [];
  if (method === undefined || target === undefined || httpVersion === undefined)
    return 'does not begin with a request line such as "POST https://mdm.example/ HTTP/1.1"';
  const isChunked = /\bchunked\b/i.test(transferEncodingOf(head.fields) ?? '');
  const body = isChunked ? withoutChunks(bytes, head.end) : bytes.subarray(head.end);
  return body ? { method, target, httpVersion, headers: head.fields, body } : 'has chunks that cannot be read';
}

function withoutChunks(bytes: Buffer, start: number): Uint8Array | undefined {
  const { state, spans } = createChunkScanner(start).advance(bytes);
  return state === 'whole' || state === 'last' ? joined(bytes, spans) : undefined;
}
