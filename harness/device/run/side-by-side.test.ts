import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

test.for([
  [1, 1],
  [2, 2],
  [4, 4],
  [9, 5],
])('with a limit of %i, %i of five run at once, begun in order', async ([limit = 0, most]) => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let peak = 0;
  const all = sideBySide([0, 1, 2, 3, 4], limit, async (item) => {
    begun.push(item);
    running += 1;
    peak = Math.max(peak, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  });
  for (let ended = 0; ended < 5; ended += 1) {
    ends.pop()?.();
    await new Promise(setImmediate);
  }
  await all;
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(peak).toBe(most);
});

test('after a failure nothing more begins, what runs is waited for, and the earliest failure is told', async () => {
  const ended: number[] = [];
  const work = async (item: number): Promise<void> => {
    await new Promise(setImmediate);
    if (item === 0) await new Promise(setImmediate);
    ended.push(item);
    throw new Error(`item ${item}`);
  };
  await expect(sideBySide([0, 1, 2, 3], 2, work)).rejects.toThrow('item 0');
  expect(ended).toEqual([1, 0]);
});

test('nothing to do is done at once', async () => {
  await sideBySide([], 4, () => Promise.reject(new Error('never')));
});
