import { describe, expect, test } from 'vitest';
import { encodingConflict } from './encoding-conflict.ts';
import { parseXml } from './tree.ts';

const declaring = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n<a b="c"/>`;

describe('a declaration that contradicts the bytes', () => {
  test.each([
    ['UTF-16 over UTF-8', Buffer.from(declaring('utf-16')), 'the declaration says utf-16, the bytes are UTF-8'],
    [
      'UTF-16 over UTF-8 with a mark',
      Buffer.from(`\uFEFF${declaring('UTF-16LE')}`),
      'the declaration says UTF-16LE, the bytes are UTF-8',
    ],
    [
      'UTF-16 over Latin-1',
      Buffer.from(`${declaring('UTF-16')}<!-- é -->`, 'latin1'),
      'the declaration says UTF-16, the bytes are of one byte each',
    ],
    [
      'UTF-8 over UTF-16',
      Buffer.from(`\uFEFF${declaring('utf-8')}`, 'utf16le'),
      'the declaration says utf-8, the bytes are UTF-16',
    ],
  ])('%s', (_, bytes, message) => {
    expect(encodingConflict(bytes)).toBe(message);
  });

  test('is why a document cannot be read', () => {
    expect(() => parseXml(Buffer.from(declaring('utf-16')))).toThrow(
      'Not well-formed XML: the declaration says utf-16, the bytes are UTF-8 (line 1)',
    );
  });
});

test.each([
  ['UTF-8', Buffer.from(declaring('utf-8'))],
  ['Latin-1', Buffer.from(`${declaring('iso-8859-1')}<!-- é -->`, 'latin1')],
  ['UTF-16', Buffer.from(`\uFEFF${declaring('utf-16')}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(declaring('utf-16le'), 'utf16le')],
  ['no declaration', Buffer.from('<a/>')],
  ['nothing', Buffer.alloc(0)],
])('%s contradicts nothing', (_, bytes) => {
  expect(encodingConflict(bytes)).toBeUndefined();
});
