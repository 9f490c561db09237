import { expect, test } from 'vitest';
import {
  generateRsaKey,
  isPoolKey,
  poolKey,
  poolSize,
  serverPoolKey,
  shortPoolKey,
  UnknownPoolKey,
  weakPoolKey,
} from './keys.ts';

test('the pool has different RSA 2048 keys, and each is known as one', () => {
  const keys = Array.from({ length: poolSize }, (_, n) => poolKey(n));
  expect(new Set(keys.map(({ spki }) => Buffer.from(spki).toString('hex'))).size).toBe(poolSize);
  for (const { publicKey, spki } of keys) {
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(isPoolKey(spki)).toBe(true);
  }
});

test.each([
  ['short', shortPoolKey(), 1024],
  ['weak', weakPoolKey(), 512],
] as const)('the %s test key has its bits and is known as one of the pool', (_, { publicKey, spki }, bits) => {
  expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(bits);
  expect(isPoolKey(spki)).toBe(true);
});

test('the test key of the server is on P-256 and is known as one of the pool', () => {
  const { publicKey, spki } = serverPoolKey();
  expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  expect(isPoolKey(spki)).toBe(true);
});

test('a generated key has the bits asked for and is none of the pool', async () => {
  const key = await generateRsaKey(1024);
  expect(key.privateKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
  expect(isPoolKey(key.spki)).toBe(false);
});

test('a number outside the pool is refused with what is allowed', () => {
  expect(() => poolKey(11)).toThrow(UnknownPoolKey);
  expect(() => poolKey(-1)).toThrow('there is no test key -1: the pool has 0 to 10');
});
