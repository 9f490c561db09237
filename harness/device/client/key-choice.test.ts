import { expect, test } from 'vitest';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { createKeyChoice } from './key-choice.ts';

test('what may be granted has a key of its own, what is to be refused shares one of each length', async () => {
  let taken = 0;
  const keyFor = createKeyChoice(() => Promise.resolve(poolKey((taken += 1))));
  const url = 'https://mdm.example/';
  const keys = [
    await keyFor(2048, url, {}),
    await keyFor(2048, url, { deviations: ['wrong-password'] }),
    await keyFor(2048, url, { deviations: ['security-missing'] }),
    await keyFor(1024, url, { deviations: ['short-key'] }),
    await keyFor(2048, url, { deviations: ['schema'], family: 'tolerated' }),
    await keyFor(2048, url, {}),
  ];
  expect(keys.map((key) => [1, 2, 3, 4, 5, 6].findIndex((number) => poolKey(number) === key) + 1)).toEqual([
    1, 2, 2, 3, 4, 5,
  ]);
});
