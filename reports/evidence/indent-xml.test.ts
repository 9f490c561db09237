import { expect, test } from 'vitest';
import { indentXml } from './indent-xml.ts';

test('a message in one line gets lines', () => {
  const text = `<a><b>${'x'.repeat(400)}</b><c></c></a>`;
  expect(indentXml(text)).toBe(`<a>\n  <b>${'x'.repeat(400)}</b>\n  <c></c>\n</a>`);
});

test.each(['<!--', '<a b="', '<?', '<div>', '<![CDATA['])('some megabytes of %s take a moment', (piece) => {
  const text = piece.repeat(1_000_000);
  expect(indentXml(text)).toBe(text);
});

test('what is nested without end is not indented without end', () => {
  const shown = indentXml('<div>'.repeat(10_000));
  expect(shown.length).toBeLessThan(1_000_000);
  expect(shown.replaceAll(/\s/g, '')).toBe('<div>'.repeat(10_000));
});
