import { describe, expect, test } from 'vitest';
import { createName, sameName, type NameAttribute } from './name.ts';
import { NameSyntaxError, parseName } from './parse-name.ts';

const cn = (value: string, encoding?: NameAttribute['encoding']): NameAttribute => ({
  type: 'CN',
  value,
  ...(encoding && { encoding }),
});

describe('names as text', () => {
  test('the last RDN comes first', () => {
    expect(createName([[{ type: 'O', value: 'Example' }], [cn('device')]]).toString()).toBe('CN=device,O=Example');
  });

  test('what would be misread is escaped', () => {
    expect(createName([[cn(' a,b+c"d\\e\0 ')]]).toString()).toBe('CN=\\ a\\,b\\+c\\"d\\\\e\\00\\ ');
    expect(createName([[cn('#1')]]).toString()).toBe('CN=\\#1');
  });

  test('what is no string stays in hexadecimal', () => {
    expect(createName([[{ type: '2.5.4.45', value: '#030200ff' }]]).toString()).toBe('2.5.4.45=#030200ff');
  });

  for (const value of ['plain', ' a,b+c"d\\e\0 ', '#x', '\\ ', 'Grüße=1', 'a;<b>', '\r\n\t']) {
    test(`${JSON.stringify(value)} survives being written and read`, () => {
      const name = createName([[{ type: 'O', value: 'Example' }], [cn(value), { type: '1.2.3', value }]]);
      expect(parseName(name.toString()).rdns).toEqual(name.rdns);
    });
  }

  test('white space around separators, short names in lower case and an empty name are read', () => {
    expect(parseName('cn = device , o = Example').toString()).toBe('CN=device,O=Example');
    expect(parseName(' ').rdns).toEqual([]);
  });

  test('values in quotes and types as Windows writes them are read', () => {
    const { rdns } = parseName('E="a, b + ""c""" , OID.2.5.4.3="x\\\\y" + GN=z');
    expect(rdns.flat().map(({ type, value }) => [type, value])).toEqual([
      ['CN', 'x\\y'],
      ['G', 'z'],
      ['E', 'a, b + "c"'],
    ]);
  });

  test('a text without a type, or with an unknown one, is refused', () => {
    expect(() => parseName('device')).toThrow(NameSyntaxError);
    expect(() => parseName('XY=1')).toThrow('write CN=value, O=value, or an OID for the type');
  });
});

describe('names match', () => {
  test('whatever the letter case, the white space and the kind of string', () => {
    const a = createName([[cn('Example  Root CA', 'PrintableString')]]);
    expect(sameName(a, createName([[cn(' example root ca ', 'UTF8String')]]))).toBe(true);
  });

  test('in any order within an RDN, but not among RDNs', () => {
    const org = { type: 'O', value: 'x' };
    expect(sameName(createName([[cn('a'), org]]), createName([[org, cn('a')]]))).toBe(true);
    expect(sameName(createName([[cn('a')], [org]]), createName([[org], [cn('a')]]))).toBe(false);
    expect(sameName(createName([[cn('a'), org]]), createName([[cn('a')], [org]]))).toBe(false);
  });

  test('by type, named or given by OID', () => {
    expect(sameName(createName([[cn('a')]]), createName([[{ type: '2.5.4.3', value: 'a' }]]))).toBe(true);
    expect(sameName(createName([[cn('a')]]), createName([[{ type: 'OU', value: 'a' }]]))).toBe(false);
  });
});
