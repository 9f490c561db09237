import { expect, test } from 'vitest';
import { windows10 } from './profile.ts';
import { messageRequest, probeRequest } from './request.ts';
import { withPort } from '../target/with-port.ts';

test('a message has the header fields of Windows, its length in bytes, and a host in lower case', () => {
  expect(messageRequest('https://EnterpriseEnrollment.contoso.com/x', 'ä', windows10).headers).toEqual([
    ['Cache-Control', 'no-cache'],
    ['Pragma', 'no-cache'],
    ['Content-Type', 'application/soap+xml; charset=utf-8'],
    ['User-Agent', 'ENROLLClient'],
    ['Content-Length', '2'],
    ['Host', 'enterpriseenrollment.contoso.com'],
  ]);
});

test('the probe carries neither body nor credentials', () => {
  const { headers, body } = probeRequest('https://localhost:8443/x', windows10);
  expect(body).toHaveLength(0);
  expect(headers.map(([name]) => name)).toEqual(['Cache-Control', 'Pragma', 'User-Agent', 'Host']);
  expect(headers.at(-1)).toEqual(['Host', 'localhost:8443']);
});

test.for([
  ['https://EnterpriseEnrollment.contoso.com/a?b=c:d', 'https://EnterpriseEnrollment.contoso.com:443/a?b=c:d'],
  ['https://host:443/a', 'https://host:443/a'],
  ['https://host:8443/a', 'https://host:8443/a'],
  ['https://[::1]/a', 'https://[::1]:443/a'],
  ['http://localhost/a', 'http://localhost:80/a'],
  ['https://host', 'https://host:443'],
])('Discover is addressed to %s as %s', ([url = '', to]) => {
  expect(withPort(url)).toBe(to);
});
