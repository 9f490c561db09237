import { expect, test } from 'vitest';
import { startTogether } from './start-together.ts';

test('all start when the last has come, in the order of their numbers', async () => {
  const begun: number[] = [];
  const start = startTogether(3);
  const all = [2, 0, 1].map(async (index) => {
    await start(index)();
    begun.push(index);
  });
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2]);
});
