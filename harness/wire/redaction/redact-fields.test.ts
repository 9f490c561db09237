import { describe, expect, test } from 'vitest';
import type { Exchange, Header } from '../exchange/exchange.ts';
import { redact } from './redact.ts';
import { exchangeWith, type ExchangeWish } from '../testing/exchange.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function redacted(wish: ExchangeWish): Exchange {
  const [exchange] = redact({ exchanges: [exchangeWith(wish)] }).exchanges;
  if (!exchange) throw new Error('the exchange is lost');
  return exchange;
}

describe('header fields', () => {
  const requestHeaders: Header[] = [
    ['Authorization', `Basic ${base64('user:pa:ss')}`],
    ['Proxy-Authorization', 'Bearer abc.def'],
    ['authorization', 'Digest username="u", response="0"'],
    ['Cookie', 'a=1; session="two"; empty='],
    ['Host', 'mdm.example'],
  ];

  test('lose credentials and cookies, and keep schemes, names and attributes', () => {
    const exchange = redacted({
      requestHeaders,
      headers: [
        ['Set-Cookie', 'session=two; Path=/; Secure'],
        ['Location', 'https://mdm.example/?accesstoken=a%20b&x=1'],
      ],
    });
    expect(exchange.request.headers).toEqual([
      ['Authorization', 'Basic redacted-password-1'],
      ['Proxy-Authorization', 'Bearer redacted-token-1'],
      ['authorization', 'Digest redacted-authorization-1'],
      ['Cookie', 'a=redacted-cookie-1; session="redacted-cookie-2"; empty='],
      ['Host', 'mdm.example'],
    ]);
    expect(exchange.answer.response?.headers).toEqual([
      ['Set-Cookie', 'session=redacted-cookie-2; Path=/; Secure'],
      ['Location', 'https://mdm.example/?accesstoken=redacted-token-2&x=1'],
    ]);
  });
});

test('the signature of a message is not kept: it holds the digest of a body with secrets in it', () => {
  const requestHeaders: Header[] = [
    ['MS-Signature', 'MIIB'],
    ['MDM-Signature', 'MIIC'],
    ['X-Signature', 'of another kind'],
  ];
  expect(redacted({ requestHeaders }).request.headers).toEqual([
    ['MS-Signature', 'redacted-signature-1'],
    ['MDM-Signature', 'redacted-signature-2'],
    ['X-Signature', 'of another kind'],
  ]);
});

describe('fields of URLs, forms, JSON and SyncML', () => {
  test.each([
    [
      'ms-device-enrollment:?mode=mdm&accesstoken=abc%2Bd&x=1',
      'ms-device-enrollment:?mode=mdm&accesstoken=redacted-token-1&x=1',
    ],
    ['wresult=%3Ctoken%3E&other=1', 'wresult=redacted-token-1&other=1'],
    ['user=a&password=one+%26+two&other=1', 'user=a&password=redacted-password-1&other=1'],
    ['next=%2Fa%3Ftoken%3Dabc%26x%3D1', 'next=%2Fa%3Ftoken%3Dredacted-token-1%26x%3D1'],
    ['{"access_token": "a\\"b", "n": 1}', '{"access_token": "redacted-token-1", "n": 1}'],
    ['x eyJhbGciOiJub25l.eyJzdWIiOiJ1c2Vy.c2ln y', 'x redacted-token-1 y'],
    [`<Cred><Meta/><Data>${base64('user:pass')}</Data></Cred>`, '<Cred><Meta/><Data>redacted-password-1</Data></Cred>'],
    [
      '<Item><Target><LocURI>./SyncML/DMAcc/1/AppAuth/1/AAuthSecret</LocURI></Target><Data>x1</Data></Item><Data>y</Data>',
      '<Item><Target><LocURI>./SyncML/DMAcc/1/AppAuth/1/AAuthSecret</LocURI></Target><Data>redacted-secret-1</Data></Item><Data>y</Data>',
    ],
  ])('lose their secret: %s', (before, after) => {
    const { answer } = redacted({ response: before });
    expect(Buffer.from(answer.response?.body ?? []).toString()).toBe(after);
  });

  test('that are part of a URL lose it there', () => {
    const { url } = redacted({ url: 'https://user:pw1@mdm.example/a?token=t&x=1' }).request;
    expect(url).toBe('https://user:redacted-password-1@mdm.example/a?token=redacted-token-1&x=1');
  });
});
