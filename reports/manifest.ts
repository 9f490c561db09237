import { createHash } from 'node:crypto';
import type { Results } from '../harness/engine/verdict/results.ts';

/** A file of the output folder: name relative to it with `/`, and its text or bytes. */
export interface OutputFile {
  readonly name: string;
  readonly content: FileContent;
}

/** The text or the bytes of a file, or a text in pieces, from the beginning at each call, that may be longer than a text can be. */
export type FileContent = string | Uint8Array | (() => Iterable<string>);

/** The facts of a manifest besides its files. */
export interface ManifestInfo {
  readonly tool: { readonly name: string; readonly version: string };
  /** Digest of the catalogue of requirements behind the judgements. */
  readonly requirementSet: string;
  readonly runId: string;
  /** ISO 8601: when the run ended, taken from the results and never from a clock. */
  readonly createdAt: string;
}

export interface ManifestEntry {
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** `manifest.json`: the files that a run wrote. It shows that nobody changed them since, not that they are true. */
export interface Manifest extends ManifestInfo {
  readonly schemaVersion: 1;
  readonly files: readonly ManifestEntry[];
}

export const manifestName = 'manifest.json';

/** A manifest that another tool wrote or that cannot be read. */
export class UnreadableManifest extends Error {
  override readonly name = 'UnreadableManifest';
}

/** The facts of a manifest of reports of these results; `tool` rendered them, where that is not the one that judged. */
export function manifestInfo({ tool: judge, run, requirementSet }: Results, tool = judge): ManifestInfo {
  const started = Date.parse(run.startedAt);
  const createdAt = Number.isNaN(started) ? run.startedAt : new Date(started + run.durationMs).toISOString();
  return { tool, requirementSet, runId: run.id, createdAt };
}

/** The manifest of these files, sorted by name. */
export function manifestOf(files: readonly OutputFile[], info: ManifestInfo): Manifest {
  const entries = files.map(({ name, content }) => ({ name, ...measure(content) }));
  return { schemaVersion: 1, ...info, files: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Reads the files of a manifest. Throws `UnreadableManifest`, also for a name that leads out of the folder. */
export function readManifestEntries(text: string): ManifestEntry[] {
  return filesOf(parse(text));
}

/** Reads a whole manifest. Throws `UnreadableManifest`. */
export function readManifest(text: string): Manifest {
  const value = parse(text);
  const files = filesOf(value);
  const { tool, requirementSet, runId, createdAt } = isRecord(value) ? value : {};
  const { name, version } = isRecord(tool) ? tool : {};
  if (typeof name !== 'string' || typeof version !== 'string')
    throw new UnreadableManifest('it does not say which version of the tool wrote it (/tool)');
  if (typeof requirementSet !== 'string' || typeof runId !== 'string' || typeof createdAt !== 'string')
    throw new UnreadableManifest('it lacks /requirementSet, /runId or /createdAt');
  return { schemaVersion: 1, tool: { name, version }, requirementSet, runId, createdAt, files };
}

function filesOf(value: unknown): ManifestEntry[] {
  if (!isRecord(value) || value['schemaVersion'] !== 1 || !Array.isArray(value['files'])) {
    throw new UnreadableManifest('it is not a manifest of this tool (schemaVersion 1 with a list of files)');
  }
  return value['files'].map(readEntry);
}

/** The content in pieces, from the beginning at each call. */
export function piecesOf(content: FileContent): Iterable<string | Uint8Array> {
  return typeof content === 'function' ? content() : [content];
}

/** Goes through the pieces once, so that the whole is never in memory. */
function measure(content: FileContent): Pick<ManifestEntry, 'bytes' | 'sha256'> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(content)) {
    hash.update(piece);
    bytes += Buffer.byteLength(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a name stays inside the folder on every system: plain segments joined by `/`. */
export function isInside(name: string): boolean {
  return name.split('/').every((segment) => /^[^\\/:\0]+$/u.test(segment) && segment !== '.' && segment !== '..');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableManifest('it is not JSON', { cause: error });
  }
}

function readEntry(entry: unknown, index: number): ManifestEntry {
  if (!isRecord(entry)) throw new UnreadableManifest(`/files/${index} is not an object`);
  const { name, bytes, sha256: digest } = entry;
  if (typeof name !== 'string' || !isInside(name)) {
    throw new UnreadableManifest(`/files/${index}/name is not the name of a file in the folder`);
  }
  if (typeof bytes !== 'number' || typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) {
    throw new UnreadableManifest(`/files/${index} (${name}) lacks its size or its SHA-256`);
  }
  return { name, bytes, sha256: digest };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
