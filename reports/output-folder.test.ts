import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyOutcome } from './testing/every-outcome.ts';
import { manifestInfo, manifestOf, readManifestEntries, writeManifest } from './manifest.ts';
import { checkOutputFolder, OutputFolderError, writeOutputFolder } from './output-folder.ts';

const info = manifestInfo(everyOutcome);
const isRoot = process.getuid?.() === 0;
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'output-folder-'));
  folder = path.join(parent, 'deep', 'report');
});

afterEach(async () => {
  await rm(parent, { recursive: true });
});

test('a folder that does not exist is created, and the probe leaves nothing', async () => {
  await checkOutputFolder(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('several reports may go below one new folder at the same time', async () => {
  const folders = Array.from({ length: 8 }, (_, index) => path.join(folder, `${index}`));
  await Promise.all(folders.map((one) => checkOutputFolder(one)));
  expect((await readdir(folder)).length).toBe(folders.length);
});

test('a run writes its files and a manifest of them', async () => {
  await write({ 'results.json': 'one', 'sub/a.txt': 'two' });
  expect(await read('results.json')).toBe('one');
  expect(readManifestEntries(await read('manifest.json')).map(({ name }) => name)).toEqual([
    'results.json',
    'sub/a.txt',
  ]);
});

test('the next run replaces them, removes what it no longer makes, and leaves unknown files', async () => {
  await write({ 'results.json': 'one', 'junit.xml': 'one' });
  await writeFile(path.join(folder, 'notes.txt'), 'mine');
  await write({ 'results.json': 'two' });
  expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'notes.txt', 'results.json']);
  expect(await read('results.json')).toBe('two');
});

test('a file that the user deleted is no obstacle', async () => {
  await write({ 'results.json': 'one' });
  await rm(path.join(folder, 'results.json'));
  await checkOutputFolder(folder);
});

test('a file that the user changed is named and stays', async () => {
  await write({ 'results.json': 'one' });
  await writeFile(path.join(folder, 'results.json'), 'mine');
  await refused(/results\.json was changed after the run that wrote it/);
  await expect(write({ 'results.json': 'two' })).rejects.toThrow(OutputFolderError);
  expect(await read('results.json')).toBe('mine');
  expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'results.json']);
});

test('a file of our name that no manifest lists is named and stays', async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'report.html'), 'mine');
  await refused(/report\.html exists, but no manifest lists it/);
});

test('a listed file that became a link is refused', async () => {
  await write({ 'results.json': 'one' });
  await rm(path.join(folder, 'results.json'));
  await symlink(path.join(parent, 'elsewhere'), path.join(folder, 'results.json'));
  await refused(/results\.json is no longer a plain file/);
});

test.each(['{', '{}', '{"schemaVersion":1,"files":[{"name":"../x"}]}'])(
  'the manifest %s is refused',
  async (manifest) => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'manifest.json'), manifest);
    await refused(/manifest\.json cannot be used: /);
  },
);

test('a file in place of the folder is refused', async () => {
  folder = path.join(parent, 'file');
  await writeFile(folder, '');
  await refused(/file is not a folder\. Name another one with --out\.$/);
  folder = path.join(folder, 'below');
  await refused(/below cannot be (?:created|reached) \(ENOTDIR\)/);
});

test.skipIf(isRoot)(
  'a folder without write permission is refused (skipped for root, who may write anywhere)',
  async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o555);
    await refused(/is not writable \(EACCES\)/);
  },
);

test.each(['manifest.json', '../outside', ''])('a report named "%s" is refused', async (name) => {
  await expect(write({ [name]: '' })).rejects.toThrow('cannot be the name of a report');
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  await writeOutputFolder(
    folder,
    Object.entries(files).map(([name, content]) => ({ name, content })),
    info,
  );
}

function read(name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8');
}

async function refused(message: RegExp): Promise<void> {
  const checking = checkOutputFolder(folder);
  await expect(checking).rejects.toThrow(OutputFolderError);
  await expect(checking).rejects.toThrow(message);
}

test('a text in pieces is written and listed as the whole', async () => {
  const pieces = (): Iterable<string> => ['eins, zwei, ', 'drüi'];
  await writeOutputFolder(folder, [{ name: 'session.har', content: pieces }], info);
  await writeOutputFolder(path.join(parent, 'other'), [{ name: 'session.har', content: 'eins, zwei, drüi' }], info);
  expect(await read('session.har')).toBe('eins, zwei, drüi');
  expect(await read('manifest.json')).toBe(await readFile(path.join(parent, 'other', 'manifest.json'), 'utf8'));
});

describe('a run that was killed while it gave its files their names', () => {
  /** As a killed run leaves it: its manifest and some files are there, the others are still those of the run before. */
  async function killed(renamed: readonly string[]): Promise<void> {
    await write({ 'results.json': 'one', 'junit.xml': 'one' });
    const content = { 'results.json': 'two', 'report.html': 'two' };
    const files = Object.entries(content).map(([name, text]) => ({ name, content: text }));
    await writeFile(path.join(folder, '.manifest.next.json'), writeManifest(manifestOf(files, info)));
    for (const { name, content: text } of files) {
      const left = `.${name}.123e4567-e89b-42d3-a456-426614174000.tmp`;
      await writeFile(path.join(folder, renamed.includes(name) ? name : left), text);
    }
  }

  test.each([[[]], [['results.json']], [['results.json', 'report.html']]])(
    'does not block the next run, which leaves nothing of it behind (renamed: %j)',
    async (renamed) => {
      await killed(renamed);
      await checkOutputFolder(folder);
      await write({ 'results.json': 'three' });
      expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'results.json']);
      expect(await read('results.json')).toBe('three');
    },
  );

  test('still leaves alone what the user changed', async () => {
    await killed(['results.json']);
    await writeFile(path.join(folder, 'results.json'), 'mine');
    await refused(/results\.json was changed after the run that wrote it/);
  });
});

test('where a file cannot be completed, nothing is replaced and nothing is left', async () => {
  await write({ 'results.json': 'one' });
  await expect(write({ 'results.json': 'two', ['x'.repeat(250)]: '' })).rejects.toThrow(
    /x{250} could not be written \(ENAMETOOLONG\)/,
  );
  expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'results.json']);
  expect(await read('results.json')).toBe('one');
  await checkOutputFolder(folder);
});
