import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { suiteSources } from './suite-sources.ts';

test('each phase that has checks has its vitest entry, up to date, and no other file is one', async () => {
  const files = await readdir(path.join(packageRoot, 'harness/app/vitest/phases'));
  const suites = files.map((file) => `harness/app/vitest/phases/${file}`);
  const found = suites.map(async (file) => [file, await readFile(path.join(packageRoot, file), 'utf8')] as const);
  const inOrder = (entries: Iterable<readonly [string, string]>) => Object.fromEntries([...entries].sort());
  expect(inOrder(await Promise.all(found))).toEqual(inOrder(suiteSources()));
});
