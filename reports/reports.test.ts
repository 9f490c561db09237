import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../harness/package-root.ts';
import { isFormat, loadRenderer, renderers } from './index.ts';
import { filesOf } from './renderer.ts';
import { everyOutcome, everyOutcomeEvidence } from './testing/every-outcome.ts';

test.for(Object.entries(renderers))('%s renders every outcome as its golden sample', async ([format, { fileName }]) => {
  const renderer = await loadRenderer(format);
  expect(renderer).toMatchObject({ format, fileName });
  const files = filesOf(renderer, everyOutcome, everyOutcomeEvidence);
  expect(files.length).toBeGreaterThan(0);
  for (const { name, content } of files) {
    expect(name.split('/')[0]).toBe(fileName);
    await expect(content).toMatchFileSnapshot(path.join('samples', name));
  }
});

test('a format that does not exist is refused with those that do', async () => {
  expect(isFormat('toString')).toBe(false);
  await expect(loadRenderer('pdf')).rejects.toThrow(
    `"pdf" is not a report format. Allowed: ${Object.keys(renderers).join(', ')}.`,
  );
});

test('the page on formats tells of each one and of its file, and of no other', async () => {
  const text = await readFile(path.join(packageRoot, 'docs', 'formats.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` +\| `([\w./-]+?)\/?` +\|/gmu)].map(([, name, file]) => [name, file]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(renderers).map(([name, { fileName }]) => [name, fileName])),
  );
});
