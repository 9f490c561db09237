import { open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { createGrowingHar } from '../../../wire/har/growing-har.ts';
import type { Exchange } from '../../../wire/exchange/exchange.ts';
import type { KnownSecret } from '../../../wire/redaction/secret-ledger.ts';
import { UsageError } from '../usage-error.ts';

/** A HAR file that holds each exchange as soon as `add` has resolved, and is whole at any time. */
export interface ExchangeLog extends AsyncDisposable {
  /** Rejects if the file cannot be written; the file then ends with the exchange before, or is cut off in this one. */
  readonly add: (exchange: Exchange) => Promise<void>;
  /** Deletes the file, for a server that never served. */
  readonly discard: () => Promise<void>;
}

/**
 * Creates the file, which only its owner can read. Exchanges are redacted before they are written. Throws `UsageError` for a file that
 * exists, or that cannot be created.
 */
export async function openExchangeLog(file: string, knownSecrets: readonly KnownSecret[]): Promise<ExchangeLog> {
  const har = createGrowingHar(knownSecrets);
  let handle = await create(file);
  let size = await write(handle, har.empty, 0);

  /** In place of the file in one step, because a later secret was found in what the file holds. */
  const revise = async (): Promise<void> => {
    const before = Buffer.alloc(size);
    await handle.read(before, 0, size, 0);
    const next = `${file}.${process.pid}.tmp`;
    await writeFile(next, har.revised(before.toString('utf8')), { mode: 0o600, flag: 'wx' });
    await rename(next, file);
    await handle.close();
    handle = await open(file, 'r+');
    ({ size } = await handle.stat());
  };

  const append = async (exchange: Exchange): Promise<void> => {
    const { text, isNews } = har.piece(exchange);
    if (isNews) await revise();
    size = await write(handle, text, size - har.overwritten);
  };

  let written: Promise<void> = Promise.resolve();
  return {
    add: (exchange) => {
      const done = written.then(() => append(exchange));
      written = done.catch(() => undefined);
      return done;
    },
    discard: () => rm(file, { force: true }),
    [Symbol.asyncDispose]: async () => {
      await written;
      await handle.close();
    },
  };
}

/** Writes in one call, so that no end of the process comes between two halves; the size of the file after it. */
async function write(handle: FileHandle, text: string, at: number): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  const { bytesWritten } = await handle.write(bytes, 0, bytes.length, at);
  if (bytesWritten < bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes were written`);
  return at + bytesWritten;
}

async function create(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx+', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const why = code === 'EEXIST' ? 'exists already; name a new file' : `cannot be written (${code})`;
    throw new UsageError(`--log: "${file}" ${why}`);
  }
}
