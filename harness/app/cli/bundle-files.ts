import { Buffer } from 'node:buffer';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { manifestName } from '../../../reports/manifest.ts';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';
import { isZip, readZip } from './zip-file.ts';

const mebibyte = 1024 * 1024;

/** A run writes one recording, one report of each format, and few files besides. */
const mostFiles = 1000;
const largestFile = 256 * mebibyte;

/** A recording has much that repeats. */
const zipLimits = { entries: mostFiles, entryBytes: largestFile, totalBytes: 2 * largestFile, ratio: 400 };

/** The files of a folder of reports, or of a zip archive of one, by their names in the folder. */
export interface BundleContent {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Names of what is no plain file, such as a link. */
  readonly odd: readonly string[];
}

/** Reads a folder of reports, or a zip archive of one. Throws `UsageError` for what is neither, and for one without a manifest. */
export async function readBundle(argument: string): Promise<BundleContent> {
  const found = statSync(argument, { throwIfNoEntry: false });
  const content = found?.isDirectory() === true ? await readFolder(argument) : await readArchive(argument);
  if (content.files.has(manifestName)) return content;
  throw new UsageError(
    `${argument} holds no ${manifestName}; name a folder that "run" or "audit" wrote, or a zip archive of it`,
  );
}

async function readFolder(folder: string): Promise<BundleContent> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ isFile: entry.isFile(), at: path.join(entry.parentPath, entry.name) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  if (entries.length > mostFiles)
    throw new UsageError(`${folder} holds ${entries.length} files; at most ${mostFiles} are read`);
  const nameOf = (at: string): string => path.relative(folder, at).split(path.sep).join('/');
  const files = new Map<string, Buffer>();
  for (const { at } of entries.filter(({ isFile }) => isFile))
    files.set(nameOf(at), await readInputFile(at, largestFile));
  return { files, odd: entries.filter(({ isFile }) => !isFile).map(({ at }) => nameOf(at)) };
}

async function readArchive(file: string): Promise<BundleContent> {
  const bytes = await readInputFile(file, 2 * largestFile);
  if (!isZip(bytes))
    throw new UsageError(`${file} is neither a folder nor a zip archive; name the folder of the reports`);
  const entries = await readZip(bytes, zipLimits).catch((error: unknown) => {
    throw error instanceof UsageError ? new UsageError(`${file} ${error.message}`) : error;
  });
  const prefix = prefixOf(entries.map(({ name }) => name));
  const files = new Map<string, Buffer>();
  for (const { name, bytes: content } of entries) {
    const inside = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    if (files.has(inside))
      throw new UsageError(`${file} holds two files "${inside}"; nobody can tell which one counts`);
    files.set(inside, Buffer.from(content));
  }
  return { files, odd: [] };
}

/** An archive holds the files, or the one folder with them. */
function prefixOf(names: readonly string[]): string {
  if (names.includes(manifestName)) return '';
  const nested = names.filter((name) => /^[^/]+\/manifest\.json$/.test(name));
  return nested.length === 1 ? (nested[0] ?? '').slice(0, -manifestName.length) : '';
}
