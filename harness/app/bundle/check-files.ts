import { Buffer } from 'node:buffer';
import {
  manifestInfo,
  manifestName,
  readManifest,
  sha256,
  UnreadableManifest,
  writeManifest,
  type Manifest,
} from '../../../reports/manifest.ts';
import { signatureName } from '../../../reports/signature/envelope.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { firstDifference } from './first-difference.ts';
import type { Problem } from './problem.ts';

/** The files of a folder of reports, by their names in it. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

/** The manifest, or what keeps it from being read. */
export function manifestIn(bytes: Buffer): { readonly manifest?: Manifest; readonly problems: readonly Problem[] } {
  const changed = (says: string): Problem => ({ file: manifestName, kind: 'changed', says });
  try {
    const manifest = readManifest(bytes.toString('utf8'));
    const difference = firstDifference(bytes, Buffer.from(writeManifest(manifest)));
    return { manifest, problems: difference === undefined ? [] : [changed(`is not as it was written: ${difference}`)] };
  } catch (error) {
    if (!(error instanceof UnreadableManifest)) throw error;
    return { problems: [changed(`cannot be read: ${error.message}; nothing else can be checked`)] };
  }
}

/** What is missing, what has another digest than the manifest says, and what the manifest does not list. */
export function checkDigests(files: BundleFiles, manifest: Manifest): readonly Problem[] {
  const listed = manifest.files.flatMap(({ name, bytes, sha256: digest }): Problem[] => {
    const content = files.get(name);
    if (content === undefined) return [{ file: name, kind: 'missing', says: 'is missing' }];
    if (sha256(content) === digest) return [];
    const size = content.length === bytes ? `${bytes} bytes, as before` : `${content.length} bytes, not ${bytes}`;
    return [{ file: name, kind: 'changed', says: `was changed: its SHA-256 is another (${size})` }];
  });
  const known = new Set([manifestName, signatureName, ...manifest.files.map(({ name }) => name)]);
  const added = [...files.keys()]
    .filter((name) => !known.has(name))
    .map((file): Problem => ({ file, kind: 'added', says: 'was added: the manifest does not list it' }));
  return [...listed, ...added];
}

/** Where the manifest says otherwise of the run than its results. */
export function checkManifestFacts(manifest: Manifest, results: Results): readonly Problem[] {
  const expected = { schemaVersion: 1 as const, ...manifestInfo(results, manifest.tool), files: manifest.files };
  return (['requirementSet', 'runId', 'createdAt'] as const)
    .filter((member) => manifest[member] !== expected[member])
    .map((member) => ({
      file: manifestName,
      kind: 'changed',
      says: `names another ${member} ("${manifest[member]}") than results.json ("${expected[member]}")`,
    }));
}
