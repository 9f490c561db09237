import { expect, test } from 'vitest';
import { replaceRows } from './replace-rows.ts';

const order = { checks: ['a', 'b', 'c'], checkOf: (row: string) => row.slice(0, 1) };

test.for<[name: string, rows: string[], check: string, fresh: string[], expected: string[]]>([
  ['rows take the place of those of their check', ['a1', 'b1', 'b2', 'c1'], 'b', ['b3'], ['a1', 'b3', 'c1']],
  ['rows of a new check stand behind those before it', ['a1', 'c1'], 'b', ['b1'], ['a1', 'b1', 'c1']],
  ['rows of the first check stand first', ['b1', 'c1'], 'a', ['a1'], ['a1', 'b1', 'c1']],
  ['rows of the last check stand last', ['a1', 'b1'], 'c', ['c1', 'c2'], ['a1', 'b1', 'c1', 'c2']],
])('%s', ([, rows, check, fresh, expected]) => {
  expect(replaceRows(rows, check, fresh, order)).toEqual(expected);
});
