import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

/** Takes the types out of each source, and writes each chunk for the oldest Node that the package supports. */
export function typescriptSources(): Plugin {
  return {
    name: 'typescript-sources',
    async load(id) {
      if (!id.endsWith('.ts')) return null;
      return await transform(await readFile(id, 'utf8'), { loader: 'ts', target: 'esnext' });
    },
    resolveImportMeta: (property) => (property === 'dirname' ? '__dirname' : null),
    async renderChunk(code) {
      return await transform(code, { target: 'node20.19', charset: 'utf8' });
    },
  };
}
