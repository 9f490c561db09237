import { describe, expect, test } from 'vitest';
import { namedPlainHttp, plainDiscoveryUrl } from './plain-discovery.ts';
import { TargetError } from './target-error.ts';

describe('plain HTTP is looked for', () => {
  test.each<[string, string | undefined, string | undefined]>([
    [
      'https://a.example/EnrollmentServer/Discovery.svc?tenant=7',
      undefined,
      'http://a.example/EnrollmentServer/Discovery.svc',
    ],
    ['https://a.example:443/Discovery.svc', undefined, 'http://a.example/Discovery.svc'],
    ['https://[::1]/Discovery.svc', undefined, 'http://[::1]/Discovery.svc'],
    ['https://a.example:8443/Discovery.svc', undefined, undefined],
    ['https://a.example:8443/Discovery.svc', 'http://a.example:8080/x', 'http://a.example:8080/x'],
    ['http://localhost:8080/Discovery.svc', undefined, undefined],
  ])('beside %s, with plainHttp %s: %s', (url, plainHttp, expected) => {
    expect(plainDiscoveryUrl({ url, ...(plainHttp === undefined ? {} : { plainHttp }) })).toBe(expected);
  });
});

describe('plainHttp of a target file', () => {
  const url = 'https://a.example:8443/EnrollmentServer/Discovery.svc';

  test('has the path of discovery where it names none', () => {
    expect(namedPlainHttp('http://A.example:8080', url)).toBe('http://a.example:8080/EnrollmentServer/Discovery.svc');
    expect(namedPlainHttp('http://a.example:8080/x', url)).toBe('http://a.example:8080/x');
  });

  test.each([
    ['https://a.example/', url, 'must be a URL with http:'],
    ['http://', url, 'must be a URL with http:'],
    ['http://b.example/', url, 'on the host of the target, a.example; it is on b.example'],
    ['http://a.example/?token=1', url, 'not carry a query, user name or password'],
    ['http://me:secret@a.example/', url, 'not carry a query, user name or password'],
    ['http://localhost:1/', 'http://localhost:2/', 'uses plain HTTP'],
  ])('is refused as %s beside %s', (named, of, problem) => {
    expect(() => namedPlainHttp(named, of)).toThrow(TargetError);
    expect(() => namedPlainHttp(named, of)).toThrow(problem);
  });
});
