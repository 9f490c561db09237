import { describe, expect, test } from 'vitest';
import type { Finding } from '../harness/engine/verdict/results.ts';
import { fingerprintOf } from './fingerprint.ts';

const finding: Finding = {
  message: 'AuthPolicy is "Password"',
  exchange: 3,
  part: 'body',
  path: '/s:Envelope/s:Body[1]/d:AuthPolicy',
};
const check = 'discovery/auth-policy';
const print = (changes: Partial<Finding> = {}, id = check): string => fingerprintOf(id, { ...finding, ...changes });

test('it is 32 hexadecimal digits, and stays the same from version to version of this tool', () => {
  expect(print()).toBe('9bb427a3a623a69d7eaad9b55a68092a');
});

describe('it is the same', () => {
  test('in another exchange, at another position, with other words on what was expected', () => {
    expect(print({ exchange: 99, path: '/s:Envelope/s:Body[2]/d:AuthPolicy', expected: 'x', actual: 'y' })).toBe(
      print(),
    );
  });

  test.each([
    ['https://a.example/EnrollmentServer/Policy.svc', 'https://127.0.0.1:4711/EnrollmentServer/Policy.svc'],
    ['https://a.example/Manage.svc?id=1&x=2', 'https://a.example/Manage.svc?id=77'],
    ['for user@a.example', 'for other.user@b.example'],
    [
      'MessageID urn:uuid:0d4b5f5e-2b2f-4f0a-9b7f-0e8f0a1b2c3d',
      'MessageID urn:uuid:9D4B5F5E-2B2F-4F0A-9B7F-0E8F0A1B2C3D',
    ],
    ['valid until 2027-01-15T09:30:00.000Z', 'valid until 2028-02-01T00:00:00Z'],
    ['Date is Thu, 15 Jan 2026 09:30:00 GMT', 'Date is Fri, 16 Jan 2026 10:30:00 GMT'],
    ['under "0123456789ABCDEF0123456789ABCDEF01234567"', 'under "FFFF456789ABCDEF0123456789ABCDEF01234567"'],
    ['serial 0a:1b:2c:3d:4e:5f:60:71', 'serial ff:1b:2c:3d:4e:5f:60:72'],
    ['the token aGVsbG8gd29ybGQxMjM0NTY3ODk=', 'the token d29ybGQxMjM0NTY3ODkgaGVsbG8='],
    ['Content-Length is 812 bytes', 'Content-Length is 9 bytes'],
    ['as in exchange 3', 'as in exchange 12'],
    ['the name is localhost', 'the name is enroll.contoso.example'],
    ['mde-conformance-1a2b-1 is named', 'mde-conformance-99ff-3 is named'],
    ['the answer took 1204 ms', 'the answer took 15 ms'],
  ])('for %j and %j', (one, other) => {
    expect(print({ message: other })).toBe(print({ message: one }));
  });

  test('for a header field in another letter case', () => {
    expect(print({ path: 'content-type' })).toBe(print({ path: 'Content-Type' }));
  });
});

describe('it is another', () => {
  test.each<[what: string, changes: Partial<Finding>]>([
    ['place', { path: '/s:Envelope/s:Body/d:Other' }],
    ['part', { part: 'headers' }],
    ['variant', { variant: 'RequestVersion 4.0' }],
    ['deviation', { message: 'AuthPolicy is "password"' }],
  ])('for another %s', (_, changes) => {
    expect(print(changes)).not.toBe(print());
  });

  test('for another check', () => {
    expect(print({}, 'discovery/schema')).not.toBe(print());
  });

  test.each([
    ['HTTP 404', 'HTTP 500'],
    ['subcode s:Authentication', 'subcode s:MessageFormat'],
    ['0x80180001', '0x80180002'],
    ['1.3.6.1.5.5.7.3.2 is missing', '1.3.6.1.5.5.7.3.1 is missing'],
    ['RequestSecurityTokenResponseCollection is missing', 'RequestSecurityTokenOnBehalfOfCollection is missing'],
    ['the key has 1 usage', 'the key has 2 usages'],
  ])('for %j and %j', (one, other) => {
    expect(print({ message: other })).not.toBe(print({ message: one }));
  });
});

test('a message made to be costly takes no time', () => {
  const hostile = [
    `${'a'.repeat(100_000)}!`,
    '1.'.repeat(50_000),
    'a@'.repeat(50_000),
    '?='.repeat(50_000),
    '0a:'.repeat(30_000),
  ];
  const started = performance.now();
  for (const message of hostile)
    expect(print({ message: message.slice(0, 2000), path: message.slice(0, 2000) })).toMatch(/^[0-9a-f]{32}$/);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('the number of a secret is no part of it: it differs between runs, and in shards', () => {
  const of = (placeholder: string): string => print({ message: `AAUTHSECRET is ${placeholder}` });
  expect(of('redacted-secret-281474976710655')).toBe(of('redacted-secret-3'));
  expect(of('redacted-secret-3')).not.toBe(of('redacted-nonce-3'));
});
