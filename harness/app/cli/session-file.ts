import { readStoredSession } from '../stored-session.ts';
import type { StoredSession } from '../stored-session.ts';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';

/** Reads a recorded session from a file. Throws `UsageError`, which names the file. */
export async function readSessionFile(file: string): Promise<StoredSession> {
  const har = (await readInputFile(file)).toString('utf8');
  try {
    return readStoredSession(har);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableSession') throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
