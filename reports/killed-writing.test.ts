import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { everyOutcome } from './testing/every-outcome.ts';
import { manifestInfo, readManifestEntries, sha256 } from './manifest.ts';
import { checkOutputFolder, writeOutputFolder } from './output-folder.ts';

const info = manifestInfo(everyOutcome);
const { rename, rm, writeFile } = fs;
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await fs.mkdtemp(path.join(tmpdir(), 'killed-writing-'));
  folder = path.join(parent, 'report');
});

afterEach(async () => {
  changed({ rename, rm, writeFile });
  await rm(parent, { recursive: true });
});

function changed(operations: Partial<typeof fs>): void {
  Object.assign(fs, operations);
  syncBuiltinESMExports();
}

/** Writes a run, and leaves the folder as a process does that is killed before the change of this number; says whether it came so far. */
async function writeUntil(step: number, files: Readonly<Record<string, string>>): Promise<'killed' | 'written'> {
  let left = step;
  let kill: (ended: 'killed') => void;
  const killed = new Promise<'killed'>((resolve) => {
    kill = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const isLast = (): boolean => {
    left -= 1;
    if (left === 0) kill('killed');
    return left <= 0;
  };
  changed({
    rename: (from, to) => (isLast() ? never : rename(from, to)),
    rm: (file, options) => (isLast() ? never : rm(file, options)),
    writeFile: async (file, data, options) => {
      if (!isLast()) {
        await writeFile(file, data, options);
        return;
      }
      // A kill in the midst of a file.
      if (left === 0) await writeFile(file, typeof data === 'string' ? data.slice(0, data.length / 2) : '', options);
      return await never;
    },
  });
  const ended = await Promise.race([killed, write(files)]);
  changed({ rename, rm, writeFile });
  return ended;
}

async function write(files: Readonly<Record<string, string>>): Promise<'written'> {
  const output = Object.entries(files).map(([name, content]) => ({ name, content }));
  await writeOutputFolder(folder, output, info);
  return 'written';
}

const runs = {
  one: { 'results.json': 'one', 'session.har': 'one' },
  two: { 'results.json': 'two', 'junit.xml': 'two' },
  three: { 'results.json': 'three', 'session.har': 'three' },
  four: { 'results.json': 'four' },
};

/** The number of changes that a run makes. */
async function stepsOf(files: Readonly<Record<string, string>>): Promise<number> {
  let steps = 1;
  while ((await writeUntil(steps, files)) === 'killed') steps += 1;
  return steps;
}

test('wherever a run is killed while it writes, and the next one too, the one after writes its report', async () => {
  const begin = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await write(runs.one);
  };
  await begin();
  const steps = await stepsOf(runs.two);
  expect(steps).toBeGreaterThan(9);
  for (let first = 1; first <= steps; first += 1) {
    let ended: 'killed' | 'written' = 'killed';
    for (let second = 1; ended === 'killed'; second += 1) {
      await begin();
      await writeUntil(first, runs.two);
      ended = await writeUntil(second, runs.three);
      await checkOutputFolder(folder);
      await write(runs.four);
      expect((await fs.readdir(folder)).sort(), `killed at ${first} and ${second}`).toEqual([
        'manifest.json',
        'results.json',
      ]);
      const listed = readManifestEntries(await fs.readFile(path.join(folder, 'manifest.json'), 'utf8'));
      expect(listed.map(({ sha256: digest }) => digest)).toEqual([sha256('four')]);
    }
  }
}, 60_000);
