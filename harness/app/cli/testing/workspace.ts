import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder for one test, which goes with it. */
export interface Workspace extends AsyncDisposable {
  /** The absolute path of a name inside. */
  readonly at: (name: string) => string;
  /** Writes a file and gives its absolute path. */
  readonly write: (name: string, content: string) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
  /** Every file below, by its path inside. */
  readonly files: () => Promise<ReadonlyMap<string, Buffer>>;
}

/** Creates an empty folder. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-conformance-test-'));
  const at = (name: string): string => path.join(folder, name);
  return {
    at,
    write: async (name, content) => {
      await writeFile(at(name), content);
      return at(name);
    },
    read: (name) => readFile(at(name), 'utf8'),
    files: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name));
      const contents = await Promise.all(
        names.map(async (name) => [path.relative(folder, name), await readFile(name)] as const),
      );
      return new Map(contents);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
