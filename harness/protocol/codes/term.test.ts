import { describe, expect, test } from 'vitest';
import { readTerm } from './term.ts';

describe('a code is read', () => {
  test.for([
    ...['0x80180014', '0X80180014', '80180014', '80180014.', '2149056532', '-2145910764', '\u22122145910764'],
    ...[
      ' 80180014 ',
      '"0x80180014"',
      "'0x80180014'",
      '`80180014`',
      '(0x80180014)',
      '[80180014]',
      '<80180014>',
      '80180014,',
    ],
    ...['\u201c80180014\u201d', '\u00ab0x80180014\u00bb', '0x80180014!', '(0x80180014).', '0x80180014\u2026'],
    ...[
      '(0x80180014 - 2149056532)',
      'Error code: 0x80180014',
      'Unknown Win32 Error code: 0x80180014',
      'error 80180014',
    ],
    ...['Failed: 3, 0x80180014', 'Result: (0x80180014).', 'code=80180014', 'hr -2145910764 (0x80180014)'],
  ])('from %s', (pasted) => {
    expect(readTerm(pasted)).toEqual({ kind: 'codes', values: [0x80180014] });
  });

  test.for(['0x80180002b', '80180002B', '0x80180002b.', 'Error 0x80180002b'])('from nine digits: %s', (pasted) => {
    expect(readTerm(pasted)).toMatchObject({ kind: 'codes', values: [0x8018002b] });
  });

  test('and how a misprint was read is said', () => {
    expect(readTerm('0x80180002b')).toMatchObject({
      reading: `"0x80180002b" has nine digits, a misprint that stands in Microsoft's event text too; read as 0x8018002B`,
    });
  });

  test('together with others of a sentence, each once', () => {
    const text = 'MDM Enroll: Failed (0x80180023), RawResult 0x800706D9, Result 0x80180023';
    expect(readTerm(text)).toEqual({ kind: 'codes', values: [0x80180023, 0x800706d9] });
  });
});

test.for(['s:Authentication', 'MENROLL_E_DEVICECAPREACHED', 'certificate/chain', 'DISC-01', '8018001G', '', 'cafe'])(
  '"%s" is a name',
  (text) => {
    expect(readTerm(text)).toEqual({ kind: 'name', text });
  },
);

test.for(['0x801900190', '123456', '-99999999999', '0x', '801900190abc'])('%s is malformed', (text) => {
  const term = readTerm(text);
  expect(term.kind).toBe('malformed');
  expect(term).toMatchObject({ problem: expect.stringContaining(`"${text}"`) as string });
});
