import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from './digest.ts';

/** What each source file imports, as esbuild notes it. */
export type ImportGraph = Readonly<
  Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
>;

/** A digest of these files and of all that they import, directly or not; of everything else that it was made with, too. */
export type DigestOf = (...files: readonly string[]) => string;

/** Digests of files below `root` by their imports. `surroundings` is what they depend on without importing it. */
export function createSourceDigests(root: string, graph: ImportGraph, surroundings: unknown): DigestOf {
  const base = digest(surroundings);
  const contents = new Map<string, string>();
  const contentOf = (file: string): string => {
    const known = contents.get(file) ?? digest(readFileSync(path.join(root, file)));
    contents.set(file, known);
    return known;
  };
  return (...files) => {
    const all = [...closureOf(files, graph)].sort();
    return digest([base, all.map((file) => [file, contentOf(file)])]);
  };
}

/** The digests of all files below some folders, by their path. */
export function digestsBelow(root: string, folders: readonly string[]): readonly (readonly [string, string])[] {
  const entries = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
  );
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.sort().map((file) => [path.relative(root, file), digest(readFileSync(file))]);
}

function closureOf(files: readonly string[], graph: ImportGraph): ReadonlySet<string> {
  const closure = new Set(files);
  for (const file of closure) {
    const node = graph[file];
    if (!node) throw new RangeError(`${file} is no source of the prover`);
    for (const { path: imported, external } of node.imports) if (external !== true) closure.add(imported);
  }
  return closure;
}
