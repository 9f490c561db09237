import { expect, test } from 'vitest';
import { formatHresult, parseHresult } from './hresult.ts';

for (const text of ['0x80180013', '80180013', '0X80180013', '-2145910765', '2149056531', ' 80180013 ']) {
  test(`"${text}" is 0x80180013`, () => {
    expect(parseHresult(text)).toBe(0x80180013);
  });
}

for (const text of ['', 'Authentication', '0x', '0x801800130', '801800', '-9999999999', '9999999999', '8018001G']) {
  test(`"${text}" is no HRESULT`, () => {
    expect(parseHresult(text)).toBeUndefined();
  });
}

test('a HRESULT is printed with eight upper-case digits', () => {
  expect([formatHresult(0x8018000d), formatHresult(0x180011)]).toEqual(['0x8018000D', '0x00180011']);
});
