import { readFile, stat } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/**
 * Reads a file that the user named. Throws `UsageError`, which names the file and the cause; also where the file has more bytes than
 * `most`, of which it then reads none; `advice` is a clause that says what to do about it.
 */
export async function readInputFile(file: string, most = Number.POSITIVE_INFINITY, advice = ''): Promise<Buffer> {
  const refuseLarger = (size: number): void => {
    if (size <= most) return;
    throw new UsageError(`${file} has ${size} bytes; the limit is ${most}${advice === '' ? '' : `; ${advice}`}`);
  };
  try {
    refuseLarger((await stat(file)).size);
    const bytes = await readFile(file);
    // A pipe does not say its size.
    refuseLarger(bytes.length);
    return bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be read: ${reasons[code] ?? code}`);
  }
}
