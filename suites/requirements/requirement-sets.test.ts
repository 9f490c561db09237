import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { checks } from '../index.ts';
import { currentSet, digestOf, loadSet } from './requirement-sets.ts';

const numbers = readdirSync(path.join(packageRoot, 'suites', 'requirement-sets')).map((name) =>
  Number(name.replace('.json', '')),
);

/**
 * The digests of the sets that a release had. A set that is listed here never changes: `npm run new:set` freezes the next one. A set that no
 * release had yet is renewed with `--renew`, and its digest here.
 */
const frozen: Readonly<Record<number, string>> = {
  1: '1afe5dbb3a0157d59bf672a1b138bdb7a6f6a61bcd7a8689e9da924eeff7a92e',
};

test('the sets are numbered from 1, and the last one is the current one', () => {
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  expect(currentSet).toBe(Math.max(...numbers));
});

describe.each(numbers)('set %i', (number) => {
  const set = loadSet(number);

  test('has the digest that it was frozen with', () => {
    expect({ number: set.set, digest: digestOf(set.checks) }).toEqual({ number, digest: frozen[number] });
  });

  test('has checks that still are there, at their level', () => {
    const levels = new Map<string, string>(checks.map(({ id, level }) => [id, level]));
    expect(set.checks.filter(({ id, level }) => levels.get(id) !== level)).toEqual([]);
    expect(new Set(set.checks.map(({ id }) => id)).size).toBe(set.checks.length);
  });
});
