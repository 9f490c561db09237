import { expect, test } from 'vitest';
import { formatHresult } from '../faults/hresult.ts';
import type { FaultEntry } from '../faults/fault-entry.ts';
import { events } from './events.ts';
import { codes } from './table.ts';

const offenders = (isWrong: (entry: FaultEntry) => boolean): readonly string[] =>
  codes.filter(isWrong).map(({ hresult }) => formatHresult(hresult));

test('a number stands twice only where it has two readings', () => {
  const count = new Map<number, number>();
  for (const { hresult } of codes) count.set(hresult, (count.get(hresult) ?? 0) + 1);
  expect(offenders(({ hresult, doubt = '' }) => count.get(hresult) !== 1 && !doubt.startsWith('two readings'))).toEqual(
    [],
  );
});

test('every row is a number of 32 bits with prose that ends without a full stop', () => {
  expect(offenders(({ hresult }) => !(hresult > 0xffff && hresult <= 0xffffffff))).toEqual([]);
  expect(offenders(({ meaning }) => !/^[A-Z].*[^.;: ]$/.test(meaning))).toEqual([]);
  expect(offenders(({ remedy }) => !/^[A-Z].*[^.;: ]$/.test(remedy))).toEqual([]);
});

test('no row names a source twice', () => {
  expect(offenders(({ sources }) => new Set(sources).size !== sources.length)).toEqual([]);
});

test('no one acts only where a code is no failure', () => {
  expect(offenders(({ who, hresult }) => who.includes('nobody') && hresult >= 0x80000000)).toEqual([]);
  expect(offenders(({ who }) => who.length > 1 && (who.includes('nobody') || who.includes('not known')))).toEqual([]);
});

test('an event stands once in each log', () => {
  const seen = events.map(({ id, log }) => `${log} ${id}`);
  expect(seen.filter((key, index) => seen.indexOf(key) !== index)).toEqual([]);
});
