import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Header } from '../exchange/exchange.ts';
import { UnreadableSession } from '../har/unreadable-session.ts';

/** Bytes that one packed body may unpack to: as many as a run reads of an answer, several times over; and all of a recording together. */
const most = { ofOne: 32 * 1024 * 1024, ofAll: 256 * 1024 * 1024 } as const;

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const decoders: Readonly<Record<string, Decode>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  // Some servers send the data without the header and the checksum of zlib, and call it deflate.
  deflate: (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync : inflateRawSync)(bytes, options),
  br: brotliDecompressSync,
};

/** The body without its content codings, as other tools write it into a HAR; undefined where it cannot be unpacked. */
export type Unpacker = (headers: readonly Header[], body: Uint8Array) => Uint8Array | undefined;

/** For the bodies of one recording. It throws `UnreadableSession` where all of them have too many bytes. */
export function createUnpacker(limit: number = most.ofAll): Unpacker {
  let left = limit;
  return (headers, body) => {
    if (body.length === 0) return body;
    let unpacked = body;
    for (const coding of codingsOf(headers).reverse()) {
      const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
      if (!decode) return undefined;
      try {
        unpacked = decode(unpacked, { maxOutputLength: most.ofOne });
      } catch {
        return undefined;
      }
      left -= unpacked.length;
      if (left < 0)
        throw new UnreadableSession(`its packed bodies have more than ${limit} bytes; no more are unpacked`);
    }
    return unpacked;
  };
}

function codingsOf(headers: readonly Header[]): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
}
