import { expect, test } from 'vitest';
import { sampleOf } from './sample.ts';

test('each day another row of three is proven, and after three days each one was', () => {
  const read = (): undefined => undefined;
  const proven = ['2026-01-01', '2026-01-02T23:59:59Z', '2026-01-03'].map((day) => {
    const { isLeftOut } = sampleOf(3, new Date(day), read);
    return [0, 1, 2, 3, 4, 5].filter((place) => !isLeftOut(place));
  });
  expect(proven.map(({ length }) => length)).toEqual([2, 2, 2]);
  expect(proven.flat().sort()).toEqual([0, 1, 2, 3, 4, 5]);
});
