import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OutputFolderError } from './output-folder-error.ts';

/** Creates a folder where it is missing, and writes and removes a test file. Throws `OutputFolderError`. */
export async function makeUsable(folder: string): Promise<void> {
  await createFolder(folder);
  await probe(folder);
}

async function createFolder(folder: string): Promise<void> {
  const found = await statOf(folder);
  if (found !== undefined && !found.isDirectory() && !found.isSymbolicLink()) {
    throw new OutputFolderError(`${folder} is not a folder. Name another one with --out.`);
  }
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new OutputFolderError(`${folder} cannot be created (${codeOf(error)}). Name another folder with --out.`, {
      cause: error,
    });
  }
}

/**
 * The recursive mkdir of Node never returns below a folder that cannot hold folders, such as /proc. Folders that somebody else makes at the
 * same time are as good: several reports may go below one new folder.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const parent = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || parent === folder) throw error;
    if ((await statOf(parent)) === undefined) await makeFolder(parent);
    await mkdir(folder).catch((again: unknown) => {
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
}

async function probe(folder: string): Promise<void> {
  const file = temporary(folder, 'probe');
  try {
    await writeFile(file, '');
    await rm(file);
  } catch (error) {
    throw new OutputFolderError(`${folder} is not writable (${codeOf(error)}). Name another folder with --out.`, {
      cause: error,
    });
  }
}

/** A name beside a file for what is not complete yet. */
export function temporary(folder: string, name: string): string {
  return path.join(folder, `.${name}.${randomUUID()}.tmp`);
}

/** What stands at a path; undefined for nothing. Throws `OutputFolderError` where nobody can tell. */
export async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new OutputFolderError(`${file} cannot be reached (${codeOf(error)}).`, { cause: error });
  }
}

/** `EACCES`, or what an error says of itself. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
