import { expect, test } from 'vitest';
import type { Header } from '../../wire/exchange/exchange.ts';
import { otherFormat } from './other-format.ts';

const of = (text: string, ...headers: readonly Header[]): string | undefined =>
  otherFormat({ headers, body: Buffer.from(text) });

test.each([
  [
    'a page with a title',
    '<!DOCTYPE html><title>Request\n blocked</title>',
    'it is an HTML page with the title "Request blocked"',
  ],
  ['a page without one', '\uFEFF <HTML lang="en"><title> </title>', 'it is an HTML page'],
  [
    'a page with a long title',
    `<html><title>${'x'.repeat(100)}</title>`,
    `it is an HTML page with the title "${'x'.repeat(80)}…"`,
  ],
  ['an object', ' {"error":"Not Found"}\n', 'it is JSON'],
  ['a list', '[]', 'it is JSON'],
  ['a text in JSON', '"no"', 'it is JSON'],
])('%s', (_, text, said) => {
  expect(of(text)).toBe(said);
});

test.each(['{not json', '<s:Envelope', '<htmlish>', '404 page not found', ''])('nothing is said of %j', (text) => {
  expect(of(text)).toBeUndefined();
});

test('a coding hides what is inside it', () => {
  expect(of('\u001f\u008b', ['content-encoding', ' gzip'])).toBe('its Content-Encoding is "gzip"');
  expect(of('{}', ['Content-Encoding', 'identity'])).toBe('it is JSON');
});
