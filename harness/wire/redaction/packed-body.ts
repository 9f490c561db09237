import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Header } from '../exchange/exchange.ts';

/** What a compressed body may unpack to, in bytes. */
const mostUnpacked = 8 * 1024 * 1024;

/** A body unpacked: its bytes, or `too-large` if there are more than we unpack; undefined if it is not compressed. */
export type Unpacked = Buffer | 'too-large' | undefined;

const limits = { maxOutputLength: mostUnpacked };
/** What is cut off unpacks as far as it goes. */
const lenient = { ...limits, finishFlush: constants.Z_SYNC_FLUSH };

const ways: Readonly<Record<string, readonly ((bytes: Uint8Array) => Buffer)[]>> = {
  gzip: [(bytes) => gunzipSync(bytes, lenient)],
  deflate: [(bytes) => inflateSync(bytes, lenient), (bytes) => inflateRawSync(bytes, lenient)],
  br: [(bytes) => brotliDecompressSync(bytes, { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH })],
};

/** Unpacks a body by its Content-Encoding, and by its first bytes where the header is silent. A body that is not what its header says is not compressed. */
export function unpackedBody(body: Uint8Array, headers: readonly Header[] = []): Unpacked {
  if (body.length === 0) return undefined;
  const codings = headers
    .filter(([name]) => name.trim().toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 4) return 'too-large';
  let unpacked: Buffer | undefined;
  for (const coding of codings.reverse()) {
    const next = unpackedBy(ways[coding] ?? [], unpacked ?? body);
    if (next === undefined || next === 'too-large') return next ?? unpacked ?? sniffed(body);
    unpacked = next;
  }
  return unpacked ?? sniffed(body);
}

function sniffed(body: Uint8Array): Unpacked {
  if (!isPacked(body)) return undefined;
  return unpackedBy((body[0] === 0x78 ? ways['deflate'] : ways['gzip']) ?? [], body);
}

/** Whether bytes begin as gzip (RFC 1952) or zlib (RFC 1950) does. */
export function isPacked([first = 0, second = 0]: Uint8Array): boolean {
  return (first === 0x1f && second === 0x8b) || (first === 0x78 && (first * 256 + second) % 31 === 0);
}

function unpackedBy(tries: readonly ((bytes: Uint8Array) => Buffer)[], body: Uint8Array): Unpacked {
  for (const unpack of tries) {
    try {
      const bytes = unpack(body);
      if (bytes.length > 0) return bytes;
    } catch (error) {
      if (error instanceof RangeError) return 'too-large';
    }
  }
  return undefined;
}
