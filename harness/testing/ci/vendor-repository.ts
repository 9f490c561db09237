import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { PackedPackage } from '../packed-package.ts';
import type { Step } from './run-job.ts';

/** The repository of `examples/ci`, as the package has it, in a folder of its own. */
export interface VendorRepository {
  readonly folder: string;
  /** The last day of its waiver. */
  readonly expires: string;
  /** The steps of its job, which narrows the suite to what the server is wrong in, so that it takes seconds. */
  readonly stepsOf: (job: string, inputs: Readonly<Record<string, string>>) => Promise<readonly Step[]>;
}

/** Lays it out, with a free port, and with the mistakes that a commit makes. */
export async function vendorRepository(
  packed: PackedPackage,
  name: string,
  mistakes: readonly string[],
): Promise<VendorRepository> {
  const folder = path.join(packed.project, name);
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(packed.folder, 'examples', 'ci'), folder, { recursive: true });
  await symlink(path.join(packed.project, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const port = await freePort();
  const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ port, mistakes }));
  await edit(path.join(folder, 'conformance', 'target.yaml'), (text) => text.replace(':8443/', `:${port}/`));
  await edit(path.join(folder, 'conformance', 'waivers.yaml'), (text) => text.replace(/(?<=expires: ).+/u, expires));
  return {
    folder,
    expires,
    stepsOf: async (job, inputs) => {
      const file = path.join(folder, '.github', 'workflows', 'conformance.yml');
      const { jobs } = parse(await readFile(file, 'utf8')) as {
        readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
      };
      const steps = jobs[job]?.steps ?? [];
      return steps.map((step) => (step.name === 'Conformance' ? { ...step, with: { ...step.with, ...inputs } } : step));
    },
  };
}

/** The package as npm installs it without a network: it declares nothing, and finds what it needs by `NODE_PATH`. */
export async function bareTarball({ tarball, project }: PackedPackage): Promise<string> {
  const run = promisify(execFile);
  const folder = await mkdtemp(path.join(project, 'bare-'));
  await run('tar', ['-xzf', tarball, '-C', folder]);
  await edit(path.join(folder, 'package', 'package.json'), (text) => {
    const { name, version, type, bin } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return JSON.stringify({ name, version, type, bin });
  });
  const bare = path.join(folder, 'bare.tgz');
  await run('tar', ['-czf', bare, '-C', folder, 'package']);
  return bare;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new TypeError(`Nothing to change in ${file}.`);
  await writeFile(file, changed);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
