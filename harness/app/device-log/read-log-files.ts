import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DeviceLog } from '../../protocol/device-log/log-entry.ts';
import { readLog } from '../../protocol/device-log/read-log.ts';
import { readInputFile } from '../cli/input-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { isZip, readZip } from '../cli/zip-file.ts';

const mebibyte = 1024 * 1024;

/** Bytes of one file: the logs of a device of years have less. */
const largestFile = 128 * mebibyte;
const advice = 'export less of the log, such as with /c:2000 /rd:true of wevtutil';

/** Files of a folder, with those in folders below it, and how deep they may lie. */
const mostFiles = 500;
const deepest = 3;

/** What an archive may hold. An XML export packs to less than a hundredth. */
const zipLimits = { entries: 1000, entryBytes: largestFile, totalBytes: 2 * largestFile, ratio: 300 };

/**
 * Reads the logs of files, folders and ZIP archives. Throws `UsageError` for what cannot be read or is too large, and for a folder without
 * any file.
 */
export async function readLogFiles(names: readonly string[]): Promise<readonly DeviceLog[]> {
  const logs: DeviceLog[] = [];
  for (const name of names) {
    const isFolder = await isDirectory(name);
    const files = isFolder ? await filesBelow(name, deepest) : [name];
    if (files.length === 0) throw new UsageError(`${name} is a folder without files; give it exported logs`);
    if (files.length > mostFiles)
      throw new UsageError(`${name} holds ${files.length} files; at most ${mostFiles} are read`);
    const found: DeviceLog[] = [];
    for (const file of files) found.push(...(await readOne(file, isFolder)));
    const used = isFolder ? found.filter(isOfUse) : found;
    if (isFolder && used.length === 0)
      throw new UsageError(
        `${name} is a folder without logs; it holds ${found
          .map(({ file, format }) => `${path.basename(file)} (${format})`)
          .slice(0, 5)
          .join(', ')}`,
      );
    logs.push(...used);
  }
  return logs;
}

/** In a folder or an archive, a file is passed over in which nothing was found and which is no known log. */
function isOfUse({ entries, facts, format }: DeviceLog): boolean {
  return entries.length > 0 || facts.length > 0 || !['text', 'unknown binary file', 'empty file'].includes(format);
}

async function readOne(file: string, isInFolder: boolean): Promise<readonly DeviceLog[]> {
  const bytes = await readInputFile(file, largestFile, advice);
  if (!isZip(bytes)) return [readLog(bytes, file)];
  const logs = await unpacked(bytes, file);
  if (logs.length === 0 && !isInFolder) throw new UsageError(`${file} is a zip archive without logs`);
  return logs;
}

async function unpacked(bytes: Uint8Array, file: string): Promise<readonly DeviceLog[]> {
  try {
    const entries = await readZip(bytes, zipLimits);
    return entries.map((entry) => readLog(entry.bytes, `${file}/${entry.name}`)).filter(isOfUse);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${file} ${error.message}`);
    throw error;
  }
}

async function isDirectory(name: string): Promise<boolean> {
  try {
    return (await lstat(name)).isDirectory();
  } catch {
    // Who reads it says what is wrong.
    return false;
  }
}

/** In the order of their names. A link leads elsewhere, perhaps back. */
async function filesBelow(folder: string, depth: number): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const name = path.join(folder, entry.name);
    if (entry.isFile()) files.push(name);
    else if (entry.isDirectory() && depth > 1) files.push(...(await filesBelow(name, depth - 1)));
  }
  return files;
}
