import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sha256 } from '../../../../reports/manifest.ts';

/** A folder for one test, which goes with it. */
export interface Workspace extends AsyncDisposable {
  /** The absolute path of a name inside. */
  readonly at: (name: string) => string;
  /** Writes a file and gives its absolute path. */
  readonly write: (name: string, content: string) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
  /** Every file below, by its path inside. */
  readonly files: () => Promise<ReadonlyMap<string, Buffer>>;
  /** The digest of each of them: a difference of the files themselves takes seconds to find, and is too long to print. */
  readonly digests: () => Promise<ReadonlyMap<string, string>>;
}

/** Creates an empty folder. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-conformance-test-'));
  const at = (name: string): string => path.join(folder, name);
  const files: Workspace['files'] = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
    const contents = await Promise.all(
      names.map(async (name) => [path.relative(folder, name), await readFile(name)] as const),
    );
    return new Map(contents);
  };
  return {
    at,
    write: async (name, content) => {
      await writeFile(at(name), content);
      return at(name);
    },
    read: (name) => readFile(at(name), 'utf8'),
    files,
    digests: async () => new Map([...(await files())].map(([name, content]) => [name, sha256(content)])),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
