import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../package-root.ts';

/** The package as a user has it: a project of its own, with the package unpacked and what it declares linked into node_modules. */
export interface PackedPackage extends AsyncDisposable {
  /** The folder of the project. */
  readonly project: string;
  /** What `npm publish` would send. */
  readonly tarball: string;
  /** The folder of the package in it. */
  readonly folder: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
  readonly unpackedSize: number;
  /** With the optional peers. */
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/** Builds the package from the sources as they are, packs it, and puts it into a project in a temporary folder. Needs no network. */
export async function packPackage(): Promise<PackedPackage> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'mde-package-'));
  const staged = path.join(temporary, 'staged');
  const project = path.join(temporary, 'project');
  const folder = path.join(project, 'node_modules', 'mde-conformance');
  const manifest = JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8')) as Manifest;
  await Promise.all([build(path.join(staged, 'dist')), copyAllButBuild(staged, manifest.files)]);
  const { file, ...packed } = await pack(staged);
  await mkdir(folder, { recursive: true });
  await run('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
  const bin = path.join(project, 'node_modules', '.bin');
  await mkdir(bin);
  await symlink(path.join(folder, 'dist', 'cli', 'bin.js'), path.join(bin, 'mde-conformance'));
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  await link(dependencies, project);
  return {
    project,
    tarball: file,
    folder,
    ...packed,
    dependencies,
    [Symbol.asyncDispose]: () => rm(temporary, { recursive: true, force: true }),
  };
}

async function build(folder: string): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', path.join(packageRoot, 'scripts', 'build.ts'), folder], {
    cwd: packageRoot,
  });
}

async function copyAllButBuild(staged: string, files: readonly string[]): Promise<void> {
  const names = ['package.json', ...files.filter((name) => name !== 'dist').map((name) => name.replace(/\/\*.*/, ''))];
  for (const name of names) await cp(path.join(packageRoot, name), path.join(staged, name), { recursive: true });
}

async function pack(staged: string): Promise<{ file: string; files: readonly string[]; unpackedSize: number }> {
  const options = { cwd: staged, shell: process.platform === 'win32' };
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--offline'], options);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[]; unpackedSize: number }];
  const files = packed.files.map((file) => file.path);
  return { file: path.join(staged, packed.filename), files, unpackedSize: packed.unpackedSize };
}

/** The types of Node are what every TypeScript project on Node has; frameworks are what the examples test. */
async function link(dependencies: readonly string[], project: string): Promise<void> {
  for (const name of [...dependencies, '@types/node', 'hono', 'express']) {
    const place = path.join(project, 'node_modules', name);
    await mkdir(path.dirname(place), { recursive: true });
    await symlink(path.join(packageRoot, 'node_modules', name), place, 'junction');
  }
}
