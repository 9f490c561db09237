import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { packageRoot, packageVersion } from '../../package-root.ts';
import { digest } from './digest.ts';
import { createSourceDigests, digestsBelow } from './source-digests.ts';
import type { DigestOf } from './source-digests.ts';

/** The prover in one file, which a thread loads in a moment, and digests of the sources that it is made of. */
export interface ProverBundle {
  /** Address of the module. */
  readonly url: string;
  readonly digestOf: DigestOf;
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
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(path.join(packageRoot, 'package.json')).href),
      'import.meta.dirname': JSON.stringify(packageRoot),
    },
    outfile: path.join(folder, 'prover.mjs'),
    metafile: true,
    write: false,
  });
  const file = keep(folder, outputFiles[0]?.text ?? '');
  return {
    url: pathToFileURL(file).href,
    digestOf: createSourceDigests(packageRoot, metafile.inputs, surroundings()),
  };
}

/** Under a name of its own: whoever runs at the same time from other sources has another bundle. */
function keep(folder: string, text: string): string {
  const file = path.join(folder, `prover-${digest(text)}.mjs`);
  const draft = `${file}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, file);
  return file;
}

/** What sessions and judgements depend on besides the sources: what is read at run time, packages, Node. */
function surroundings(): readonly unknown[] {
  return [
    packageVersion,
    process.version,
    lockedPackages(),
    digestsBelow(packageRoot, ['schemas', 'captures/reference/keys']),
  ];
}

/** The packages that a user installs, too. */
function lockedPackages(): readonly unknown[] {
  const { packages } = JSON.parse(readFileSync(path.join(packageRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
  };
  const used = Object.entries(packages).filter(([name, { dev }]) => name !== '' && dev !== true);
  return used.map(([name, { version }]) => [name, version]);
}
