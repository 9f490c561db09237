import { describe, expect, test } from 'vitest';
import { internalsIn } from './internals.ts';

/** As much as an answer may have. Where time grows with the square of the length, each of these takes hours. */
const much = 4_000_000;

describe('a text of some megabytes is read in a moment that has', () => {
  test.each(['\n', 'SELECT ', 'at a.', ' (file:', 'C:\\a', 'UPDATE x SE ', '192.168.1.', '\n File "'])(
    'nothing but %j',
    (piece) => {
      expect(internalsIn(piece.repeat(much / piece.length))).toEqual([]);
    },
  );
});

test('a query is found behind words that look like one', () => {
  expect(internalsIn('SELECT nothing, or: SELECT id\nFROM users WHERE x')).toEqual([
    { what: 'SQL', text: 'SELECT id\nFROM users' },
  ]);
});

test('an indented frame is found below its error', () => {
  expect(internalsIn('Error\r\n\r\n\tat Mdm.Enroll(String)\r\n')).toEqual([
    { what: 'a stack trace', text: 'at Mdm.Enroll(String)' },
  ]);
});
