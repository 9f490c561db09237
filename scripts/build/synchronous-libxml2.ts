import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rollup';

/** A text of libxml2-wasm that the build replaces, and how often it is there. */
interface Replacement {
  readonly from: string;
  readonly to: string;
  readonly times: number;
}

const library = path.dirname(fileURLToPath(import.meta.resolve('libxml2-wasm')));

const replacements: Readonly<Record<string, readonly Replacement[]>> = {
  'libxml2.mjs': [{ from: 'await moduleLoader()', to: 'moduleLoader()', times: 1 }],
  'libxml2raw.mjs': [
    {
      from: 'async function Module(',
      to: "import { createRequire } from 'node:module';\nimport { gunzipSync } from 'node:zlib';\nfunction Module(",
      times: 1,
    },
    { from: 'const {createRequire:a}=await ((m)=>import(m))("node:module")', to: 'const a=createRequire', times: 1 },
    { from: 'import.meta.url', to: '__filename', times: 2 },
    {
      from: 'await WebAssembly.instantiate(b,a)',
      to: '{instance:new WebAssembly.Instance(new WebAssembly.Module(b),a)}',
      times: 1,
    },
    { from: 'async function', to: 'function', times: 4 },
    { from: 'await ', to: '', times: 3 },
  ],
};

/** The release of libxml2-wasm that is installed reads otherwise than the build expects. */
class UnexpectedLibxml2 extends Error {
  override readonly name = 'UnexpectedLibxml2';
}

/**
 * Bundles libxml2-wasm so that it is ready once it is loaded. The published module awaits its WebAssembly at the top level, and
 * `require()` cannot load what does that. The WebAssembly, a string there, becomes a file beside the chunks.
 * @throws {UnexpectedLibxml2} when a new release lacks a text that is replaced.
 */
export function synchronousLibxml2(): Plugin {
  return {
    name: 'synchronous-libxml2',
    resolveId: (source) => (source === 'libxml2-wasm' ? path.join(library, 'index.mjs') : null),
    async load(id) {
      const name = path.basename(id);
      const list = path.dirname(id) === library ? replacements[name] : undefined;
      if (!list) return null;
      const source = await readFile(id, 'utf8');
      if (name !== 'libxml2raw.mjs') return list.reduce(replace, source);
      const { code, wasm } = takeOutWasm(source);
      this.emitFile({ type: 'asset', fileName: 'chunks/libxml2.wasm.gz', source: gzipSync(wasm, { level: 9 }) });
      return list.reduce(replace, code);
    },
    async generateBundle() {
      const licences = ['LICENSE', 'LICENSE.libxml2'].map((name) => readFile(path.join(library, '..', name), 'utf8'));
      const source = `libxml2-wasm\n\n${(await Promise.all(licences)).join('\n\nlibxml2\n\n')}`;
      this.emitFile({ type: 'asset', fileName: 'chunks/libxml2.LICENSE', source });
    },
  };
}

function replace(source: string, { from, to, times }: Replacement): string {
  const parts = source.split(from);
  if (parts.length - 1 === times) return parts.join(to);
  throw new UnexpectedLibxml2(`libxml2-wasm has "${from}" ${parts.length - 1} times, not ${times}`);
}

/** The string literal holds a byte in each character. */
function takeOutWasm(source: string): { readonly code: string; readonly wasm: Uint8Array } {
  const [before, literal, after] = source.split(/(?<=pa\?\?=)ea\(('\0asm[^]*')\)(?=;return a\()/);
  if (before === undefined || literal === undefined || after === undefined) {
    throw new UnexpectedLibxml2('libxml2-wasm has no WebAssembly where the build expects it');
  }
  const bytes = Uint8Array.from(String(runInNewContext(literal)), (byte) => byte.charCodeAt(0));
  return { code: `${before}gunzipSync(fs.readFileSync(__dirname+"/libxml2.wasm.gz"))${after}`, wasm: bytes };
}
