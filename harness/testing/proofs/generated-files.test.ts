import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { generateFor } from './generated-files.ts';
import { generatedPaths } from './generated-paths.ts';
import { openWorkshop } from './open-workshop.ts';
import { createProgress } from './progress.ts';

const read = (file: string): string => readFileSync(path.join(packageRoot, file), 'utf8');

test('what threads make for one check is what is committed, and the rows of all others stay', async () => {
  await using workshop = await openWorkshop();
  const check = workshop.checks.find(({ id }) => id === 'provisioning/thumbprint');
  if (!check) throw new Error('there is no such check');
  const silent = (total: number) => createProgress('', total, { write: () => undefined });
  const { files, proofs } = await generateFor(check, workshop, read, silent);
  expect(proofs.flatMap(({ problems }) => problems)).toEqual([]);
  expect([...files.keys()]).toEqual([
    'harness/app/vitest/phases/provisioning.suite.ts',
    generatedPaths.lock,
    generatedPaths.killMatrix,
  ]);
  for (const [file, text] of files) expect(text).toBe(read(file));
});
