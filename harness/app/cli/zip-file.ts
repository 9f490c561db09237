import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UsageError } from './usage-error.ts';

/** A file of an archive. Its name comes from the archive: it is shown and compared, and never names a file to write. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an archive may hold at most; a message names the limit that it goes beyond. */
export interface ZipLimits {
  /** Files, with those that are not wanted. */
  readonly entries: number;
  /** Unpacked bytes of one file. */
  readonly entryBytes: number;
  /** Unpacked bytes of all files that are wanted. */
  readonly totalBytes: number;
  /** How many times larger a file may be than its packed form, if it is larger than `ratioFrom`. */
  readonly ratio: number;
  /** Which files are read; all if it is missing. */
  readonly wanted?: (name: string) => boolean;
  /** A clause for an archive with a password: how to save it without one. */
  readonly unlock?: string;
}

/** Small files of one repeated byte are no bomb. */
const ratioFrom = 1024 * 1024;

/** Whether bytes begin as an archive does, also one without files. */
export function isZip(bytes: Uint8Array): boolean {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return magic === '504b0304' || magic === '504b0506';
}

/**
 * Unpacks an archive in memory, in the order of its directory. Throws `UsageError`, whose message goes on after the name of the archive, if
 * it is damaged, encrypted, or goes beyond a limit: by what it says of its files, or by what is in them.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipEntry[]> {
  const zip = await damaged(
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { autoClose: false }),
  );
  try {
    if (zip.entryCount > limits.entries)
      throw new UsageError(`holds ${zip.entryCount} files; at most ${limits.entries} are read`);
    const wanted: Entry[] = [];
    const directory = zip.eachEntry();
    for (;;) {
      const next = await damaged(directory.next());
      if (next.done === true) break;
      const { fileName } = next.value;
      if ((limits.wanted?.(fileName) ?? true) && !fileName.endsWith('/')) wanted.push(next.value);
    }
    refuse(wanted, limits);
    const entries: ZipEntry[] = [];
    for (const entry of wanted) entries.push({ name: entry.fileName, bytes: await unpack(zip, entry) });
    return entries;
  } finally {
    zip.close();
  }
}

/** What the directory says is enough to refuse an archive; yauzl refuses a file that has other bytes than it says. */
function refuse(entries: readonly Entry[], { entryBytes, totalBytes, ratio, unlock }: ZipLimits): void {
  let total = 0;
  for (const entry of entries) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (entry.isEncrypted()) {
      const advice = unlock === undefined ? '' : `; ${unlock}`;
      throw new UsageError(`is encrypted: ${fileName} needs a password${advice}`);
    }
    if (!entry.canDecodeFileData())
      throw new UsageError(
        `packs ${fileName} by method ${entry.compressionMethod}; read are 0 (stored) and 8 (deflated)`,
      );
    if (uncompressedSize > entryBytes)
      throw new UsageError(`holds ${fileName} of ${uncompressedSize} bytes; at most ${entryBytes} are read`);
    if (uncompressedSize > ratioFrom && uncompressedSize > ratio * compressedSize)
      throw new UsageError(
        `packs ${uncompressedSize} bytes of ${fileName} into ${compressedSize}; at most ${ratio} times as many are unpacked`,
      );
    total += uncompressedSize;
    if (total > totalBytes) throw new UsageError(`holds more than ${totalBytes} bytes; no more are read`);
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = await damaged(zip.openReadStreamPromise(entry), entry.fileName);
  await damaged(
    (async () => {
      for await (const chunk of stream) if (chunk instanceof Buffer) chunks.push(chunk);
    })(),
    entry.fileName,
  );
  return Buffer.concat(chunks);
}

/** Everything that yauzl throws says that the archive is not as it should be. */
async function damaged<T>(reading: Promise<T>, entry?: string): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`is no whole zip archive: ${entry === undefined ? '' : `${entry}: `}${why}`);
  }
}
