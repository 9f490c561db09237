import { expect, test } from 'vitest';
import { oneLine, printable } from './printable.ts';

test.each([
  ['a control that drives a terminal', '\u001B[31m', '[U+001B][31m'],
  ['NUL', 'a\0b', 'a[U+0000]b'],
  ['a lone surrogate', '\uD800', '[U+D800]'],
  ['a mark that reorders text', '\u202Ecba', '[U+202E]cba'],
  ['an invisible character', 'a\u200Bb\uFEFF', 'a[U+200B]b[U+FEFF]'],
  ['a character that XML forbids', '\uFFFE', '[U+FFFE]'],
  ['a carriage return alone', 'a\rb', 'a[U+000D]b'],
])('%s is shown as its code point', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('what people write stays as it is', () => {
  expect(printable('é 漢 🙂\t"<&>"\nend')).toBe('é 漢 🙂\t"<&>"\nend');
});

test('CR LF becomes a line feed, and in one line a space', () => {
  expect(printable('a\r\nb')).toBe('a\nb');
  expect(oneLine('  a\r\n\t b ')).toBe('a b');
});
