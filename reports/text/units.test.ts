import { expect, test } from 'vitest';
import { count, duration, instant, size } from './units.ts';

test('an instant is shown in UTC, wherever it was written', () => {
  expect(instant('2026-03-04T10:15:22.120+01:00')).toBe('4 March 2026, 09:15:22 UTC');
});

test('text that is not a time stays', () => {
  expect(instant('yesterday')).toBe('yesterday');
});

test('durations grow from milliseconds to minutes', () => {
  expect([840, 3412, 59_999, 125_000].map(duration)).toEqual(['840 ms', '3.4 s', '60.0 s', '2 min 5 s']);
});

test('sizes grow from bytes to mebibytes', () => {
  expect([1, 512, 6349, 1_572_864].map(size)).toEqual(['1 byte', '512 bytes', '6.2 KiB', '1.5 MiB']);
});

test('nouns follow their number', () => {
  expect([0, 1, 2].map((number) => count(number, 'check'))).toEqual(['0 checks', '1 check', '2 checks']);
});
