import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { formatHresult } from './hresult.ts';
import { faults } from './table.ts';

const original = path.join(packageRoot, '../shared/protocol/faults.md');

test('the table has seven subcodes, eight values of ErrorType and thirty-two codes of the device', () => {
  const count = (kind: string): number => faults.filter((entry) => entry.kind === kind).length;
  expect([count('subcode'), count('error-type'), count('client')]).toEqual([7, 8, 32]);
});

test('no number and no wire name stands twice', () => {
  const numbers = faults.map(({ hresult }) => hresult);
  const wireNames = faults.flatMap(({ wireName }) => (wireName === undefined ? [] : [wireName]));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(new Set(wireNames).size).toBe(15);
});

test('only what a server sends has a wire name', () => {
  expect(faults.filter(({ kind, wireName }) => (kind === 'client') !== (wireName === undefined))).toEqual([]);
});

test.skipIf(!existsSync(original))('the table holds every number of ../shared (skipped where it is absent)', () => {
  const text = readFileSync(original, 'utf8');
  const listed = [...text.matchAll(/^\| (?:\d+ \| \w+ \| (?:[sa]: \| )?)?([08]0[0-9A-F]{6}) \|/gm)].map(
    ([, code]) => code,
  );
  expect(listed).toHaveLength(46);
  const known = new Set(faults.map(({ hresult }) => formatHresult(hresult).slice(2)));
  expect(listed.filter((code) => code === undefined || !known.has(code))).toEqual([]);
});
