import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { packageRoot } from '../../package-root.ts';
import { digest } from './digest.ts';

/** The prover in one file, which a thread loads in a moment, and digests of the sources that it is made of. */
export interface ProverBundle {
  /** Address of the module. */
  readonly url: string;
  /** Of these files, of all that they import, and of whatever else a session or a judgement depends on. */
  readonly digestOf: (...files: readonly string[]) => string;
}

/** Bundles the prover into this folder. Packages stay where they are. */
export async function bundleProver(folder: string): Promise<ProverBundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: packageRoot,
    entryPoints: ['harness/testing/proofs/prover.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Schemas and keys are found from the package, wherever the bundle lies.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(packageRoot, 'package.json')).href) },
    outfile: path.join(folder, 'prover.mjs'),
    metafile: true,
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  return { url: pathToFileURL(keep(folder, text)).href, digestOf: digester(metafile.inputs) };
}

/** Under a name of its own: whoever runs at the same time from other sources has another bundle. */
function keep(folder: string, text: string): string {
  const file = path.join(folder, `prover-${digest(text)}.mjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

function digester(inputs: Metafile['inputs']): ProverBundle['digestOf'] {
  const base = surroundings();
  const contents = new Map<string, string>();
  const contentOf = (file: string): string => {
    const known = contents.get(file) ?? digest(readFileSync(path.join(packageRoot, file)));
    contents.set(file, known);
    return known;
  };
  return (...files) => {
    const all = [...closureOf(files, inputs)].sort();
    return digest([base, all.map((file) => [file, contentOf(file)])]);
  };
}

function closureOf(files: readonly string[], inputs: Metafile['inputs']): ReadonlySet<string> {
  const closure = new Set(files);
  for (const file of closure) {
    const input = inputs[file];
    if (!input) throw new Error(`${file} is no source of the prover`);
    for (const { path: imported, external } of input.imports) if (external !== true) closure.add(imported);
  }
  return closure;
}

/** What is read at run time, the packages that are installed for users, and Node. */
function surroundings(): readonly unknown[] {
  const files = ['schemas', 'captures/reference/keys'].flatMap(filesBelow);
  return [
    process.version,
    lockedPackages(),
    ...files.map((file) => [file, digest(readFileSync(path.join(packageRoot, file)))]),
  ];
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(path.join(packageRoot, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => path.relative(packageRoot, file)).sort();
}

function lockedPackages(): readonly unknown[] {
  const lock = JSON.parse(readFileSync(path.join(packageRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages).flatMap(([name, { version, dev }]) =>
    dev || name === '' ? [] : [[name, version]],
  );
}
