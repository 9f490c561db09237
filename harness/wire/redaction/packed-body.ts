import { isUtf8 } from 'node:buffer';
import zlib from 'node:zlib';
import type { Header } from '../exchange/exchange.ts';

/** What a compressed body may unpack to, in bytes. */
const mostUnpacked = 8 * 1024 * 1024;

/** A body unpacked: its bytes, or `sealed` if we cannot open it or it holds more than we unpack; undefined if it is not compressed. */
export type Unpacked = Buffer | 'sealed' | undefined;

const { constants } = zlib;
const limits = { maxOutputLength: mostUnpacked };
/** What is cut off unpacks as far as it goes. */
const lenient = { ...limits, finishFlush: constants.Z_SYNC_FLUSH };

type Unpack = (bytes: Uint8Array) => Buffer;

const gzip: Unpack = (bytes) => zlib.gunzipSync(bytes, lenient);
const deflate: readonly Unpack[] = [
  (bytes) => zlib.inflateSync(bytes, lenient),
  (bytes) => zlib.inflateRawSync(bytes, lenient),
];
const brotli: Unpack = (bytes) =>
  zlib.brotliDecompressSync(bytes, { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH });

const ways: Readonly<Record<string, readonly Unpack[]>> = {
  gzip: [gzip],
  deflate,
  br: [brotli],
  zstd: zstdOf(zlib),
};

/** The newer versions of Node only can open zstd (RFC 8878). What is cut off unpacks as far as it goes. */
function zstdOf(library: object): readonly Unpack[] {
  if (!('zstdDecompressSync' in library) || typeof library.zstdDecompressSync !== 'function') return [];
  const open = library.zstdDecompressSync as (bytes: Uint8Array, options: object) => Buffer;
  const flush = 'ZSTD_e_flush' in constants ? { finishFlush: constants.ZSTD_e_flush } : {};
  return [(bytes) => open(bytes, { ...limits, ...flush })];
}

/** The first bytes by which a compression or an archive is known, three at least, because random bytes begin with two of them too often. */
const marks: readonly (readonly [coding: string, ...first: number[]])[] = [
  ['gzip', 0x1f, 0x8b, 0x08],
  ['zstd', 0x28, 0xb5, 0x2f, 0xfd],
  ['compress', 0x1f, 0x9d, 0x90],
  ['xz', 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  ['bzip2', 0x42, 0x5a, 0x68],
  ['lz4', 0x04, 0x22, 0x4d, 0x18],
  ['zip', 0x50, 0x4b, 0x03, 0x04],
];

/**
 * Unpacks a body by its Content-Encoding, and by its first bytes where the header is silent. A text in spite of its header is not
 * compressed: a recorder may have unpacked it.
 */
export function unpackedBody(body: Uint8Array, headers: readonly Header[] = []): Unpacked {
  if (body.length === 0) return undefined;
  const codings = headers
    .filter(([name]) => name.trim().toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 4) return 'sealed';
  let unpacked: Buffer | undefined;
  for (const coding of codings.reverse()) {
    const next = unpackedBy(ways[coding] ?? [], unpacked ?? body);
    if (next === 'sealed') return next;
    if (next === undefined) return isReadable(unpacked ?? body) ? unpacked : (sniffed(unpacked ?? body) ?? 'sealed');
    unpacked = next;
  }
  return unpacked ?? sniffed(body);
}

/** Unpacks bytes that no header describes, such as those in base64. */
function sniffed(body: Uint8Array): Unpacked {
  const mark = marks.find(([, ...first]) => first.every((byte, index) => body[index] === byte));
  if (mark) return unpackedBy(ways[mark[0]] ?? [], body) ?? (isReadable(body) ? undefined : 'sealed');
  return isZlib(body) ? unpackedBy(deflate, body) : undefined;
}

/** Whether bytes begin as a compression does that we know, or as zlib does (RFC 1950). */
export function isPacked(body: Uint8Array): boolean {
  return marks.some(([, ...first]) => first.every((byte, index) => body[index] === byte)) || isZlib(body);
}

function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0x78 && (first * 256 + second) % 31 === 0;
}

const controls = /[^\t\n\r\f -~\x80-\xff]/;

/** Whether bytes are text, whatever their header says: UTF-8 or markup without control characters, or UTF-16 that begins as XML or by its mark. */
function isReadable(body: Uint8Array): boolean {
  const [first, second] = body;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const isWideXml = (first === 0x3c && second === 0) || (first === 0 && second === 0x3c);
  if (isWide || isWideXml) return true;
  const text = Buffer.from(body).toString('latin1');
  return (isUtf8(body) || text.trimStart().startsWith('<')) && !controls.test(text);
}

function unpackedBy(tries: readonly Unpack[], body: Uint8Array): Unpacked {
  for (const unpack of tries) {
    try {
      const bytes = unpack(body);
      if (bytes.length > 0) return bytes;
    } catch (error) {
      if (error instanceof RangeError) return 'sealed';
    }
  }
  return undefined;
}
