import { expect, test } from 'vitest';
import { createRememberedTexts } from './remembered-texts.ts';

test('what comes again is remembered, and nothing that is long', () => {
  const remembered = createRememberedTexts();
  remembered.add('a certificate');
  remembered.add('x'.repeat(8193));
  expect(['a certificate', 'another', 'x'.repeat(8193)].map((text) => remembered.has(text))).toEqual([
    true,
    false,
    false,
  ]);
});

test('two million characters are remembered at most', () => {
  const remembered = createRememberedTexts();
  const texts = Array.from({ length: 257 }, (_, index) => String(index).padEnd(8192, 'x'));
  for (const text of texts) remembered.add(text);
  expect(texts.filter((text) => remembered.has(text))).toEqual(texts.slice(-1));
});
