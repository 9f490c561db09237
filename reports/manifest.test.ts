import { expect, test } from 'vitest';
import { everyOutcome } from './testing/every-outcome.ts';
import {
  isInside,
  manifestInfo,
  manifestOf,
  readManifest,
  readManifestEntries,
  UnreadableManifest,
  writeManifest,
} from './manifest.ts';

const info = manifestInfo(everyOutcome);
const manifest = manifestOf(
  [
    { name: 'b.txt', content: 'é' },
    { name: 'a.txt', content: new Uint8Array() },
  ],
  info,
);

test('it lists each file by name with size and digest, and takes its time from the run', () => {
  expect(manifest).toEqual({
    schemaVersion: 1,
    tool: everyOutcome.tool,
    requirementSet: everyOutcome.requirementSet,
    runId: everyOutcome.run.id,
    createdAt: '2026-03-04T09:15:25.532Z',
    files: [
      { name: 'a.txt', bytes: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
      { name: 'b.txt', bytes: 2, sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c' },
    ],
  });
});

test('what is written can be read', () => {
  expect(readManifestEntries(writeManifest(manifest))).toEqual(manifest.files);
  expect(readManifest(writeManifest(manifest))).toEqual(manifest);
});

test('it names the tool that rendered, not the one that judged', () => {
  const tool = { name: 'mde-conformance', version: '9.9.9' };
  expect(manifestInfo(everyOutcome, tool)).toMatchObject({ tool, runId: everyOutcome.run.id });
});

test.each(['tool', 'requirementSet', 'runId', 'createdAt'])('a whole manifest has its %s', (member) => {
  const reading = () => readManifest(JSON.stringify({ ...manifest, [member]: undefined }));
  expect(reading).toThrow(UnreadableManifest);
  expect(reading).toThrow(`/${member}`);
});

test.each([
  ['text that is not JSON', '', 'it is not JSON'],
  ['another document', '{"files":[]}', 'it is not a manifest of this tool'],
  [
    'a file outside the folder',
    list({ name: '../a', bytes: 1, sha256: '0'.repeat(64) }),
    '/files/0/name is not the name',
  ],
  ['a file without digest', list({ name: 'a', bytes: 1 }), '/files/0 (a) lacks its size or its SHA-256'],
  ['an entry that is no object', list('a'), '/files/0 is not an object'],
])('%s is refused', (_, text, message) => {
  const reading = () => readManifestEntries(text);
  expect(reading).toThrow(UnreadableManifest);
  expect(reading).toThrow(message);
});

test('only plain relative names are inside the folder', () => {
  expect(['a', 'a/b.json'].filter(isInside)).toHaveLength(2);
  expect(['', '/a', 'a/', '..', 'a/../b', './a', 'a\\b', 'c:a', 'a\0b'].filter(isInside)).toEqual([]);
});

function list(entry: unknown): string {
  return JSON.stringify({ schemaVersion: 1, files: [entry] });
}
