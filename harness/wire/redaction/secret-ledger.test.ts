import { expect, test } from 'vitest';
import { createSecretLedger, isPlaceholder, secretNumbers } from './secret-ledger.ts';

const secret = 'one secret for all of them';
const base64 = Buffer.from(secret).toString('base64');

test('secrets of each kind are counted from 1', () => {
  const ledger = createSecretLedger();
  expect(['first', 'second', ' first '].map((value) => ledger.placeholderFor('token', value))).toEqual([
    'redacted-token-1',
    'redacted-token-2',
    'redacted-token-1',
  ]);
  expect(ledger.placeholderFor('nonce', 'third')).toBe('redacted-nonce-1');
});

test('by one key, a secret has the same number in every ledger, in whatever form it came first', () => {
  const one = createSecretLedger(secretNumbers('a key of sixteen letters'));
  const other = createSecretLedger(secretNumbers('a key of sixteen letters'));
  one.placeholderFor('secret', 'something else');
  const placeholder = one.placeholderFor('secret', secret);
  expect(isPlaceholder(placeholder)).toBe(true);
  expect(other.placeholderFor('secret', base64)).toBe(placeholder);
  expect(one.placeholderFor('secret', base64)).toBe(placeholder);
  expect(one.placeholderFor('secret', 'something else')).not.toBe(placeholder);
});

test('by another key it has another number, so that a number tells nothing of the secret', () => {
  const numbers = ['a key of sixteen letters', 'another key of them'].map((key) => secretNumbers(key)(secret));
  expect(new Set(numbers).size).toBe(2);
});
