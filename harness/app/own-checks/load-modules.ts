import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleName } from '../../wire/exchange/module-note.ts';
import { importFile } from './import-file.ts';
import { UnusableModule } from './own-module.ts';
import type { CheckModule } from './own-module.ts';
import { readModule } from './read-module.ts';

const endings = ['.mjs', '.cjs', '.js', '.mts', '.cts', '.ts'];

/**
 * Loads modules of checks, each named by a file or by a package that the folder has. Their code runs in this process.
 * @throws {UnusableModule}
 */
export async function loadModules(
  names: readonly string[],
  folder: string = process.cwd(),
): Promise<readonly CheckModule[]> {
  const modules: CheckModule[] = [];
  for (const name of names) {
    const module = await loadModule(name, folder);
    const same = modules.find((other) => other.name.prefix === module.name.prefix);
    if (same)
      throw new UnusableModule(
        `${name}: ${same.name.name} has the prefix "${module.name.prefix}" too; give each module its own`,
      );
    modules.push(module);
  }
  return modules;
}

async function loadModule(argument: string, folder: string): Promise<CheckModule> {
  const { file, from } = isPath(argument) ? fileOf(argument, folder) : packageOf(argument, folder);
  const named = { ...from, digest: createHash('sha256').update(readFileSync(file)).digest('hex') };
  const exported = await evaluate(file, argument);
  return readModule(exportsOf(exported), named);
}

function isPath(argument: string): boolean {
  return /^\.{0,2}[\\/]|^[A-Za-z]:[\\/]/.test(argument) || endings.includes(path.extname(argument));
}

interface Located {
  readonly file: string;
  readonly from: Omit<ModuleName, 'prefix' | 'digest'>;
}

function fileOf(argument: string, folder: string): Located {
  const file = path.resolve(folder, argument);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) {
    const what = found === undefined ? 'there is no such file' : 'it is no file';
    throw new UnusableModule(`--checks ${argument}: ${what}; name a module (${endings.join(', ')}) or a package`);
  }
  if (!endings.includes(path.extname(file)))
    throw new UnusableModule(`--checks ${argument}: a module ends with one of ${endings.join(', ')}`);
  return { file, from: { name: path.basename(file) } };
}

function packageOf(argument: string, folder: string): Located {
  let file: string;
  try {
    file = createRequire(path.join(folder, 'module.js')).resolve(argument);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
        ? 'its "exports" give nothing to require(), not even by "default"; name its file instead'
        : 'there is no such package here; a file begins with ./ or ends with .mjs, .cjs, .js or .ts';
    throw new UnusableModule(`--checks ${argument}: ${why}`);
  }
  if (!path.isAbsolute(file)) throw new UnusableModule(`--checks ${argument}: it is a part of Node.js`);
  return { file, from: packageNameOf(file) ?? { name: argument } };
}

/** What the package.json says that the file belongs to. */
function packageNameOf(file: string): Located['from'] | undefined {
  for (let folder = path.dirname(realpathSync(file)); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Record<string, unknown>>;
      if (typeof name === 'string') return { name, ...(typeof version === 'string' ? { version } : {}) };
    }
    if (path.dirname(folder) === folder) return undefined;
  }
}

async function evaluate(file: string, argument: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importFile(pathToFileURL(file).href);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const isTypescript = /\.[mc]?ts$/.test(file);
    const why =
      isTypescript && code === 'ERR_UNKNOWN_FILE_EXTENSION'
        ? `Node.js ${process.versions.node} does not load TypeScript; use 22.18 or later, or name a .js, .mjs or .cjs file`
        : `it cannot be loaded: ${String(error)}${lineOf(error, file)}`;
    throw new UnusableModule(`--checks ${argument}: ${why}`, { cause: error });
  }
}

/** The default export, which a CommonJS module has in itself, or the names. */
function exportsOf(exported: Readonly<Record<string, unknown>>): unknown {
  const { default: whole } = exported;
  const inner = typeof whole === 'object' && whole !== null && 'default' in whole ? whole.default : undefined;
  if ('checks' in exported) return exported;
  return inner ?? whole ?? exported;
}

/** Where a file cannot be parsed: the error of an import does not say it, but Node.js does where it only looks at the file. */
function lineOf(error: unknown, file: string): string {
  if (!(error instanceof SyntaxError)) return '';
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: 10_000 });
  const line = /^[^\n]*:(\d+)\n/.exec(stderr)?.[1];
  return line === undefined ? '' : ` (line ${line})`;
}
