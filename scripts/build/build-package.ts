import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import type { LogLevel, OutputChunk, RollupLog } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { packageRoot } from '../../harness/package-root.ts';
import { embeddedCatalogue } from './embedded-catalogue.ts';
import { synchronousLibxml2 } from './synchronous-libxml2.ts';
import { importsOfUsers } from './imports-of-users.ts';
import { typescriptSources } from './typescript-sources.ts';

const library = path.join(packageRoot, 'harness', 'app', 'library.ts');
const command = path.join(packageRoot, 'harness', 'app', 'cli', 'bin.ts');
const msw = path.join(packageRoot, 'harness', 'app', 'in-tests', 'msw.ts');

const mswTypes = [
  "import type { HttpHandler } from 'msw';",
  "import type { ReferenceOptions } from './library.js';",
  '/** Handlers for `setupServer` of msw that answer as the reference server does. */',
  'export declare function enrollmentHandlers(options?: ReferenceOptions): HttpHandler[];',
];

/** Small files beside the bundle. Vitest loads as an ES module alone, so its entry is none of the bundle. */
const texts = {
  'package.json': ['{ "type": "commonjs" }'],
  'library.d.mts': ["export * from './library.js';"],
  'msw.d.mts': mswTypes,
  'msw.d.ts': mswTypes,
  'vitest.mjs': [
    "import { expect } from 'vitest';",
    "import { matchers } from './library.js';",
    'expect.extend(matchers);',
    'export { matchers };',
  ],
  'vitest.d.mts': [
    "import 'vitest';",
    "import type { MessageLike, MessageType } from './library.js';",
    "export { matchers } from './library.js';",
    "declare module 'vitest' {",
    '  interface Matchers<T = any> {',
    '    /** The message is valid by the schema of its type, or of the type that its payload shows. */',
    '    toConform(type?: MessageType): Promise<void>;',
    '    /** The run is conformant; one that left a mandatory check open is not. */',
    '    toBeConformant(): void;',
    '    /** The check passed; behind `not`, it failed. */',
    '    toPass(check: string): void;',
    '  }',
    '}',
  ],
};

/** Builds the command, the library and its types into a folder, in place of what is there. */
export async function buildPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const [{ exports }] = await Promise.all([bundleCode(folder), bundleTypes(folder)]);
  const files = {
    ...texts,
    ...(await mswModules()),
    'library.mjs': [`export { ${exports.join(', ')} } from './library.js';`],
  };
  for (const [name, lines] of Object.entries(files)) await writeFile(path.join(folder, name), `${lines.join('\n')}\n`);
  await chmod(path.join(folder, 'cli', 'bin.js'), 0o755);
}

/** CommonJS, since `require()` loads nothing else everywhere and `import` loads it too: one copy of each module serves both. */
async function bundleCode(folder: string): Promise<OutputChunk> {
  const bundle = await rollup({
    input: { library, 'cli/bin': command },
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id) && id !== 'libxml2-wasm',
    onLog: refuseWarnings,
    treeshake: { moduleSideEffects: 'no-external' },
    plugins: [embeddedCatalogue(), synchronousLibxml2(), importsOfUsers(), typescriptSources()],
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'cjs',
    interop: 'auto',
    dynamicImportInCjs: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    manualChunks: (id) => (/[\\/]node_modules[\\/]libxml2-wasm[\\/]/.test(id) ? 'libxml2' : undefined),
    experimentalMinChunkSize: 20_000,
  });
  const entry = output.find((file) => file.type === 'chunk' && file.name === 'library');
  if (entry?.type !== 'chunk') throw new Error('the bundle has no library');
  return entry;
}

/** It is no part of the bundle: msw has a copy for each kind of module, and handlers of one are no good to the other. */
async function mswModules(): Promise<Readonly<Record<string, readonly string[]>>> {
  const source = (await readFile(msw, 'utf8')).replaceAll("'./reference.ts'", "'./library.js'");
  const written = async (format: 'esm' | 'cjs'): Promise<readonly string[]> => [
    (await transform(source, { loader: 'ts', format, target: 'node20.19' })).code.trimEnd(),
  ];
  return { 'msw.mjs': await written('esm'), 'msw.js': await written('cjs') };
}

/** A warning is a mistake of ours, unless it is about the code of a bundled package. */
function refuseWarnings(level: LogLevel, log: RollupLog): void {
  const isOurs = ![log.id, ...(log.ids ?? [])].some((id) => id?.includes('node_modules'));
  if (level === 'warn' && isOurs) throw new Error(log.message);
}

/** One file without imports, but for those of Node: what a user has not installed is taken in. */
async function bundleTypes(folder: string): Promise<void> {
  const types = dts({
    tsconfig: path.join(packageRoot, 'tsconfig.json'),
    compilerOptions: { stripInternal: true },
    includeExternal: ['@types/har-format'],
  });
  const bundle = await rollup({ input: { library }, external: /^node:/, onLog: refuseWarnings, plugins: [types] });
  await bundle.write({ dir: folder, format: 'es', entryFileNames: '[name].d.ts' });
}
