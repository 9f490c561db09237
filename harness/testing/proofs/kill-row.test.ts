import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { checks } from '../../../suites/index.ts';
import { generatedPaths } from './generated-paths.ts';
import { readKillRows, writeKillRows } from './kill-row.ts';

const committed = readFileSync(path.join(packageRoot, generatedPaths.killMatrix), 'utf8');

test('the committed matrix has a row for each counterexample, in the order of the registry, and its check fails on it', () => {
  const rows = readKillRows(committed);
  const expected = checks.flatMap(({ id, counterexamples }) =>
    counterexamples.map(({ name }, number) => ({ counterexample: `${id}:${number}`, name, isKilled: true })),
  );
  const seen = rows.map(({ counterexample, name, fails }) => {
    const check = counterexample.slice(0, counterexample.lastIndexOf(':'));
    return { counterexample, name, isKilled: fails.includes(check) };
  });
  expect(seen).toEqual(expected);
});

test('each row stands on a line of its own', () => {
  const rows = readKillRows(committed);
  expect(committed.split('\n')).toHaveLength(rows.length + 3);
  expect(writeKillRows(rows)).toBe(committed);
});
