import { expect, test } from 'vitest';
import { readableAs } from './readable-as.ts';

const text = '<?xml version="1.0"?><a b="größe"/>';

test.each([
  ['utf-8', Buffer.from(text), true],
  ['utf-16', Buffer.from(text), false],
  ['utf-16be', Buffer.from(text), false],
  ['utf-8', Buffer.from(text, 'latin1'), false],
  ['iso-8859-1', Buffer.from(text), true],
  ['utf-16le', Buffer.from(text, 'utf16le'), true],
  ['utf-8', Buffer.from(text, 'utf16le'), false],
  ['utf-8', Buffer.from(`\uFEFF${text}`, 'utf16le'), true],
  ['no-such-charset', Buffer.from(text), true],
  ['utf-16', Buffer.alloc(0), false],
])('read as %s', (label, body, readable) => {
  expect(readableAs(body, label)).toBe(readable);
});
