import { inflateSync } from 'node:zlib';
import { isSazFile, readSaz } from '../../wire/recordings/saz.ts';
import type { ForeignRecording } from '../../wire/recordings/recording.ts';
import { isSyncmlStream, readSyncmlStream } from '../../wire/recordings/syncml-stream.ts';
import { readStoredSession } from '../stored-session.ts';
import type { StoredSession } from '../stored-session.ts';
import { recordingText, textOf } from './recording-text.ts';
import { UsageError } from './usage-error.ts';
import { isZip, readZip } from './zip-file.ts';

/** Bytes: the largest recording that a run writes fits, with its 64 MiB of answers in base64. */
export const largestRecording = 128 * 1024 * 1024;

/** A session, with what was not taken from its recording. */
export interface NotedSession {
  readonly stored: StoredSession;
  /** Sentences without the full stop, for people. */
  readonly notes: readonly string[];
}

/**
 * Reads a recording of any tool, told by its content: a HAR, a Fiddler archive, the messages that a viewer of SyncML saves. Throws
 * `UsageError`, whose message begins with `name`, and `UnreadableSession`, whose message goes on after it.
 */
export async function readRecording(bytes: Buffer, name: string): Promise<NotedSession> {
  if (isZip(bytes)) return noted(await readArchive(bytes, name));
  const unpacked = isZlib(bytes) ? unpack(bytes, name) : bytes;
  const text = textOf(unpacked);
  if (isSyncmlStream(text)) return noted(readSyncmlStream(text));
  return { stored: readStoredSession(recordingText(unpacked, name)), notes: [] };
}

function noted({ har, notes }: ForeignRecording): NotedSession {
  return { stored: readStoredSession(har), notes };
}

/** A Fiddler archive of 20,000 sessions has four files for each, and a list. */
const limits = {
  entries: 80_010,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 2 * largestRecording,
  ratio: 200,
  unlock: 'open it in Fiddler with its password, and save it again as Session Archive without one',
};

async function readArchive(bytes: Buffer, name: string): Promise<ForeignRecording> {
  const names: string[] = [];
  const wanted = (entry: string): boolean => {
    names.push(entry);
    return isSazFile(entry);
  };
  const files = await readZip(bytes, { ...limits, wanted }).catch((error: unknown) => {
    throw error instanceof UsageError ? new UsageError(`${name} ${error.message}`) : error;
  });
  if (names.some((entry) => /^raw\//i.test(entry))) return readSaz(files);
  throw new UsageError(
    `${name} is a zip archive, but none of Fiddler, which has files raw/N_c.txt; unpack it, and audit the HAR inside`,
  );
}

/** mitmproxy packs a HAR so, if its name ends with .zhar. */
function isZlib(bytes: Buffer): boolean {
  return bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0);
}

function unpack(bytes: Buffer, name: string): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: largestRecording });
  } catch {
    throw new UsageError(
      `${name} begins as a packed HAR of mitmproxy (.zhar), but cannot be unpacked, or to more than ${largestRecording} bytes`,
    );
  }
}
