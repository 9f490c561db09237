import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Header } from '../exchange/exchange.ts';

/** Bytes that a packed body may unpack to: as many as a run reads of an answer, several times over. */
const mostBytes = 32 * 1024 * 1024;
const options = { maxOutputLength: mostBytes };

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, options),
  'x-gzip': (bytes) => gunzipSync(bytes, options),
  // Some servers send the data without the header and the checksum of zlib, and call it deflate.
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
  br: (bytes) => brotliDecompressSync(bytes, options),
};

/** The body without its content codings, as other tools write it into a HAR; a text says as a clause why it cannot be unpacked. */
export function unpackBody(headers: readonly Header[], body: Uint8Array): Uint8Array | string {
  const codings = headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  if (body.length === 0) return body;
  let unpacked = body;
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decode) return `has the content coding "${coding}", which is not read`;
    try {
      unpacked = decode(unpacked);
    } catch {
      return `is not ${coding} as its header says, or has more than ${mostBytes} bytes when unpacked`;
    }
  }
  return unpacked;
}
