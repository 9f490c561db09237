import { expect, test } from 'vitest';
import { faults } from './table.ts';

test('the table has seven subcodes, eight values of ErrorType and thirty-one codes of the device', () => {
  const count = (kind: string): number => faults.filter((entry) => entry.kind === kind).length;
  expect([count('subcode'), count('error-type'), count('client')]).toEqual([7, 8, 31]);
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
