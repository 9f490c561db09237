import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerChecks } from '../../engine/evidence/kind.ts';
import { packageRoot } from '../../package-root.ts';
import { checks } from '../../../suites/index.ts';
import { phases } from '../../../suites/requirements/requirement.ts';

const ids = new Set<string>(checks.map(({ id }) => id));
/** Kinds that nothing drives yet have no check of their own. */
const undriven = [answerChecks.authenticate, answerChecks['terms-of-use'], answerChecks.manage];

/** Ids of checks that the engine or what checks share names as the root cause of unusable evidence. */
function namedCauses(): readonly string[] {
  const engine = path.join(packageRoot, 'harness', 'engine');
  const shared = phases.map((phase) => path.join(packageRoot, 'suites', phase, 'shared'));
  const id = new RegExp(`'((?:${phases.join('|')})/[a-z0-9-]+)'`, 'g');
  return [engine, ...shared]
    .flatMap((folder) => filesIn(folder).map((file) => path.join(folder, file)))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(id)].map(([, found = '']) => found));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
  } catch {
    return [];
  }
}

test('every root cause that the engine names is a check', () => {
  const causes = namedCauses();
  expect(causes.length).toBeGreaterThan(8);
  expect(causes.filter((cause) => !ids.has(cause) && !undriven.includes(cause))).toEqual([]);
});
