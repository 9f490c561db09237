import { expect, test } from 'vitest';
import { beside, without, written } from './context-items.ts';

const own = [
  ['Locale', 'en-US'],
  ['MAC', '02-1A'],
  ['MAC', '02-2B'],
] as const;

test('every item of a name is left out', () => {
  expect(without('MAC')(own)).toEqual([['Locale', 'en-US']]);
});

test('every item of a name is written in another way, in its place', () => {
  expect(written(['MAC'], (mac) => mac.replace('-', ':'))(own)).toEqual([
    ['Locale', 'en-US'],
    ['MAC', '02:1A'],
    ['MAC', '02:2B'],
  ]);
});

test('others come behind the own', () => {
  expect(beside(['FutureFlag', 'true'])(own)).toEqual([...own, ['FutureFlag', 'true']]);
});
