import { expect, test } from 'vitest';
import { isBase64, textInBase64 } from './base64-text.ts';

test.each(['AAAA', 'AAA=', 'AA==', 'AAAAAAAA', '+/+/'])('%s is base64', (text) => {
  expect(isBase64(text)).toBe(true);
});

test.each(['', 'A', 'AA', 'AAA', 'A===', '====', 'AA=A', 'AA==AAAA', 'AAAA=', 'AAA A', 'AAAA\n', 'AAA-'])(
  '%j is not',
  (text) => {
    expect(isBase64(text)).toBe(false);
  },
);

test('a text of any length can be asked', () => {
  expect(isBase64('A'.repeat(16_000_000))).toBe(true);
  expect(isBase64(`${'A'.repeat(15_999_999)}!`)).toBe(false);
});

test('text is read with white space inside, and only where it is text', () => {
  expect(textInBase64('w6\n Q=')).toBe('ä');
  expect(textInBase64('/w==')).toBeUndefined();
});
