import { describe, expect, test } from 'vitest';
import { refuseProxy } from './proxy.ts';

const proxy = 'http://user:secret@proxy.contoso.com:3128';
const server = 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc';

function refusalOf(url: string, environment: Readonly<Record<string, string>>): string {
  try {
    refuseProxy(url, environment);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
}

describe('a target behind a proxy', () => {
  test.each(['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'https_proxy', 'http_proxy', 'all_proxy'])(
    'is refused where %s is set, with what to do and without the proxy',
    (name) => {
      const refusal = refusalOf(server, { [name]: proxy });
      expect(refusal).toMatch(
        new RegExp(
          `^TargetError: ${name} is set; this tool does not go through a proxy \\(.+\\); unset it, or put "mdm.contoso.com" into NO_PROXY`,
        ),
      );
      expect(refusal).not.toMatch(/secret|proxy\.contoso/);
    },
  );

  test.each(['', ' '])('is none where the variable is %j', (value) => {
    expect(refusalOf(server, { HTTPS_PROXY: value })).toBe('');
  });

  test.each(['https://127.0.0.1:8443/', 'https://localhost/', 'http://[::1]:80/'])('is none at %s', (url) => {
    expect(refusalOf(url, { HTTPS_PROXY: proxy })).toBe('');
  });
});

describe('NO_PROXY', () => {
  test.for([
    [server, '*'],
    [server, 'mdm.contoso.com'],
    [server, 'MDM.Contoso.com'],
    [server, 'contoso.com'],
    [server, '.contoso.com'],
    [server, '*.contoso.com'],
    [server, 'a.example, contoso.com'],
    [server, 'a.example contoso.com:443'],
    ['https://mdm.contoso.com:8443/', 'contoso.com:8443'],
    ['https://192.0.2.7/', '192.0.2.7'],
    ['https://192.0.2.7/', '192.0.2.0/24'],
    ['https://[2001:db8::1]/', '2001:db8::1'],
    ['https://[2001:db8::1]:8443/', '[2001:db8::1]:8443'],
    ['https://[2001:db8::1]/', '2001:db8::/32'],
  ])('covers %s with %j', ([url = '', list = '']) => {
    expect(refusalOf(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toBe('');
    expect(refusalOf(url, { https_proxy: proxy, no_proxy: list })).toBe('');
  });

  test.for([
    [server, 'toso.com'],
    [server, 'contoso.com:8443'],
    [server, 'mdm.contoso.com.example'],
    [server, 'a.example,,'],
    ['https://192.0.2.7/', '192.0.3.0/24'],
    ['https://192.0.2.7/', '2.7'],
    ['https://192.0.2.7/', '192.0.2.0/99'],
    ['https://[2001:db8::1]/', '192.0.2.0/24'],
  ])('does not cover %s with %j', ([url = '', list = '']) => {
    expect(refusalOf(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toMatch(/^TargetError: HTTPS_PROXY is set/);
  });
});
