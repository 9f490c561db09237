import { readFile } from 'node:fs/promises';
import { readStoredSession } from '../../suites/stored-session.ts';
import type { StoredSession } from '../../suites/stored-session.ts';
import { UsageError } from './usage-error.ts';

/** Reads a recorded session from a file. Throws `UsageError`, which names the file. */
export async function readSessionFile(file: string): Promise<StoredSession> {
  const har = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return readStoredSession(har);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableSession') throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
