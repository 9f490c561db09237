import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../../../package-root.ts';

/** The command as a process of its own, built from the sources as they are: `dist` may be older, and tsx takes seconds to start. */
export interface BuiltCommand extends AsyncDisposable {
  /** What Node is to run. */
  readonly file: string;
}

/** Builds it below the package, where it finds package.json; it goes when it is disposed of. */
export async function buildCommand(): Promise<BuiltCommand> {
  const folder = path.join(packageRoot, '.cache', `command-${randomUUID()}`);
  await build({
    entryPoints: [path.join(packageRoot, 'harness', 'app', 'cli', 'bin.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
  return {
    file: path.join(folder, 'bin.js'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
