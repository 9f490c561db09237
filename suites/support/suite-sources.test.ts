import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { suiteSources } from './suite-sources.ts';

test('each phase that has checks has its vitest entry, up to date, and no other file is one', async () => {
  const files = await readdir(path.join(packageRoot, 'suites'), { recursive: true });
  const suites = files
    .filter((file) => file.endsWith('.suite.ts'))
    .map((file) => `suites/${file.replaceAll('\\', '/')}`);
  const found = suites.map(async (file) => [file, await readFile(path.join(packageRoot, file), 'utf8')] as const);
  const inOrder = (entries: Iterable<readonly [string, string]>) => Object.fromEntries([...entries].sort());
  expect(inOrder(await Promise.all(found))).toEqual(inOrder(await suiteSources()));
});
