import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  isInside,
  manifestName,
  manifestOf,
  readManifestEntries,
  sha256,
  UnreadableManifest,
  writeManifest,
  type Manifest,
  type ManifestEntry,
  type ManifestInfo,
  type OutputFile,
} from './manifest.ts';
import { OutputFolderError } from './output-folder-error.ts';
import { signatureName, signedManifest } from './signature/envelope.ts';
import { codeOf, makeUsable, statOf, temporary } from './usable-folder.ts';

export { OutputFolderError } from './output-folder-error.ts';

/** The usual files of a run; `checkOutputFolder` looks for them by default. */
const usualFiles: readonly string[] = ['results.json', 'session.har', 'report.html', 'junit.xml'];

/**
 * Stands beside the manifest while a run gives its files their names: a run that is killed then leaves it behind. Each run has its own:
 * while it replaces the files of a killed run, both may tell what is there.
 */
const nextManifest = /^\.manifest\.next\..*\bjson$/u;

/**
 * Checks before a run that its reports can be written: it creates the folder, and writes and removes a test file. It allows to replace
 * a file only if the manifest of an earlier run lists it, also of one that was killed while it wrote, and nobody changed it since.
 * Throws `OutputFolderError`.
 */
export async function checkOutputFolder(folder: string, willWrite: readonly string[] = usualFiles): Promise<void> {
  await makeUsable(folder);
  const listed = await readListed(folder);
  for (const [name, digests] of listed) await refuseChanged(folder, name, digests);
  for (const name of [...willWrite, signatureName]) {
    if (!listed.has(name)) await refuseForeign(folder, name);
  }
}

/**
 * Writes the files of a run and then their manifest. A file gets its name when all are complete. Files of the previous run that this
 * run does not write are removed; unknown files stay. Whenever it is killed, the next run takes the folder as it is. `sign` gives the text
 * of the signature, which no manifest lists, because it signs the manifest. Throws `OutputFolderError`; if a file could not be completed,
 * nothing was replaced.
 */
export async function writeOutputFolder(
  folder: string,
  files: readonly OutputFile[],
  info: ManifestInfo,
  sign?: (manifest: Manifest) => string,
): Promise<void> {
  const names = files.map(({ name }) => name);
  refuseBadNames(names);
  await checkOutputFolder(folder, names);
  const old = await readListed(folder);
  const described = manifestOf(files, info);
  const manifest = { name: `.manifest.next.${randomUUID()}.json`, content: writeManifest(described) };
  const signature = sign === undefined ? [] : [{ name: signatureName, content: sign(described) }];
  const written = [...files, ...signature];
  const outdated = [...old.keys()].filter((name) => !written.some((file) => file.name === name));
  await removeLeftovers(folder);
  const killed = await nextManifestsIn(folder);
  await replaceAll(folder, manifest, written, outdated);
  await removeAll(folder, killed);
}

/** The files that a manifest lists, each with the digests that it may have: those of the manifest, and of the next ones. */
async function readListed(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const manifests = [manifestName, ...(await nextManifestsIn(folder))];
  const entries = await Promise.all(manifests.map((name) => readManifest(folder, name)));
  const listed = new Map<string, string[]>();
  for (const { name, sha256: digest } of entries.flat()) listed.set(name, [...(listed.get(name) ?? []), digest]);
  const signature = await readOwnSignature(folder, manifests);
  if (signature !== undefined) listed.set(signatureName, [sha256(signature)]);
  return listed;
}

/** The signature, where it is one of these manifests, whoever signed. */
async function readOwnSignature(folder: string, manifests: readonly string[]): Promise<Buffer | undefined> {
  const file = path.join(folder, signatureName);
  if ((await statOf(file))?.isFile() !== true) return undefined;
  const content = await contentOf(file);
  const signed = signedManifest(content.toString('utf8'));
  for (const name of manifests) {
    const manifest = path.join(folder, name);
    if ((await statOf(manifest)) !== undefined && sha256(await contentOf(manifest)) === signed) return content;
  }
  return undefined;
}

async function readManifest(folder: string, name: string): Promise<ManifestEntry[]> {
  const file = path.join(folder, name);
  const found = await statOf(file);
  if (found === undefined) return [];
  if (!found.isFile()) throw new OutputFolderError(`${file} is not a file. ${wayOut}`);
  try {
    return readManifestEntries(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof UnreadableManifest ? error.message : codeOf(error);
    throw new OutputFolderError(`${file} cannot be used: ${why}. ${wayOut}`, { cause: error });
  }
}

async function refuseChanged(folder: string, name: string, digests: readonly string[]): Promise<void> {
  const file = path.join(folder, name);
  const found = await statOf(file);
  if (found === undefined) return;
  if (!found.isFile()) throw new OutputFolderError(`${file} is no longer a plain file. ${wayOut}`);
  if (!digests.includes(sha256(await contentOf(file)))) {
    throw new OutputFolderError(`${file} was changed after the run that wrote it; it will not be replaced. ${wayOut}`);
  }
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new OutputFolderError(`${file} cannot be read (${codeOf(error)}). ${wayOut}`, { cause: error });
  }
}

async function refuseForeign(folder: string, name: string): Promise<void> {
  const file = path.join(folder, name);
  if ((await statOf(file)) === undefined) return;
  throw new OutputFolderError(`${file} exists, but no manifest lists it; it will not be replaced. ${wayOut}`);
}

function refuseBadNames(names: readonly string[]): void {
  const bad = names.find(
    (name) => name === manifestName || name === signatureName || nextManifest.test(name) || !isInside(name),
  );
  if (bad !== undefined) throw new OutputFolderError(`"${bad}" cannot be the name of a report.`);
}

/** The next manifest has its name before the files have theirs, and becomes the manifest at last. */
async function replaceAll(
  folder: string,
  manifest: OutputFile,
  files: readonly OutputFile[],
  outdated: readonly string[],
): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  let at = folder;
  try {
    for (const { name, content } of [manifest, ...files]) {
      const to = path.join(folder, name);
      at = name === manifest.name ? path.join(folder, manifestName) : to;
      await mkdir(path.dirname(to), { recursive: true });
      const from = temporary(path.dirname(to), path.basename(to));
      staged.push({ from, to });
      await writeFile(from, typeof content === 'function' ? content() : content);
    }
    at = folder;
    for (const { from, to } of staged) await rename(from, to);
    for (const name of outdated) await rm(path.join(folder, name), { force: true });
    await rename(path.join(folder, manifest.name), path.join(folder, manifestName));
  } catch (error) {
    for (const { from } of staged) await rm(from, { force: true }).catch(() => undefined);
    throw new OutputFolderError(`${at} could not be written (${codeOf(error)}).`, { cause: error });
  }
}

/** Of a run that was killed while it wrote; nobody else names files like this. */
const leftover = /^\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;

async function removeLeftovers(folder: string): Promise<void> {
  await removeAll(folder, await filesIn(folder, leftover));
}

async function nextManifestsIn(folder: string): Promise<readonly string[]> {
  return await filesIn(folder, nextManifest);
}

async function filesIn(folder: string, name: RegExp): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && name.test(entry.name)).map((entry) => entry.name);
  } catch (error) {
    throw new OutputFolderError(`${folder} cannot be listed (${codeOf(error)}).`, { cause: error });
  }
}

async function removeAll(folder: string, names: readonly string[]): Promise<void> {
  try {
    for (const name of names) await rm(path.join(folder, name), { force: true });
  } catch (error) {
    throw new OutputFolderError(`${folder} could not be tidied (${codeOf(error)}).`, { cause: error });
  }
}

const wayOut = 'Move or delete it, or name another folder with --out.';
