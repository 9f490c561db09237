import { describe, expect, test } from 'vitest';
import type { Exchange, SecretFact } from '../exchange/exchange.ts';
import { redact } from './redact.ts';
import { exchangeWith, type ExchangeWish } from '../testing/exchange.ts';

const security = (content: string): string =>
  `<s:Envelope><s:Header><o:Security>${content}</o:Security></s:Header><s:Body/></s:Envelope>`;
const provisioning = (parms: string): string =>
  `<wap-provisioningdoc><characteristic type="APPAUTH">${parms}</characteristic></wap-provisioningdoc>`;
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const unbase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

function redacted(wish: ExchangeWish, knownSecrets: readonly string[] = []): Exchange {
  const [exchange] = redact({ exchanges: [exchangeWith(wish)], knownSecrets }).exchanges;
  if (!exchange) throw new Error('the exchange is lost');
  return exchange;
}

function responseOf(wish: ExchangeWish['response'], knownSecrets?: readonly string[]): string {
  return bodyText(redacted({ response: wish ?? '' }, knownSecrets));
}

function bodyText({ answer }: Exchange): string {
  return Buffer.from(answer.response?.body ?? []).toString('utf8');
}

const fact = (placeholder: string, length: number, more: Partial<SecretFact> = {}): SecretFact => ({
  placeholder,
  length,
  base64: false,
  padded: false,
  ...more,
});

describe('the password of a UsernameToken', () => {
  test('is replaced, whatever its prefix, and white space around it stays', () => {
    const exchange = redacted({ request: security('<x:Password Type="T">\n pass word &amp; more </x:Password>') });
    expect(Buffer.from(exchange.request.body).toString()).toBe(
      security('<x:Password Type="T">\n redacted-password-1 </x:Password>'),
    );
    expect(exchange.secrets).toEqual([fact('redacted-password-1', 19, { padded: true })]);
  });

  test.each([
    ['in CDATA', '<Password><![CDATA[s3&cret]]></Password>', '<Password><![CDATA[redacted-password-1]]></Password>'],
    ['behind a comment', '<Password>s3<!-- -->cret</Password>', '<Password>redacted-password-1</Password>'],
    ['in a document that ends in it', '<wsse:Password>s3cret', '<wsse:Password>redacted-password-1'],
    ['in an unclosed element', '<a:Password>s3cret<b>x</b>', '<a:Password>redacted-password-1<b>x</b>'],
    [
      'next to markup that is not well-formed',
      '<<a b=><Password>x&y</Password>',
      '<<a b=><Password>redacted-password-1</Password>',
    ],
  ])('is replaced %s', (_, before, after) => {
    expect(responseOf(before)).toBe(after);
  });

  test.each([
    '<Password></Password>',
    '<Password/>',
    '<PasswordPolicy>strict</PasswordPolicy>',
    '<Password> </Password>',
  ])('is not in %s', (body) => {
    expect(responseOf(body)).toBe(body);
  });
});

describe('a BinarySecurityToken', () => {
  test('of a user is replaced and its facts are kept', () => {
    const exchange = redacted({
      request: security(`<o:BinarySecurityToken ValueType="u">${base64('tök')}</o:BinarySecurityToken>`),
    });
    expect(Buffer.from(exchange.request.body).toString()).toContain('"u">redacted-token-1</o:Bin');
    expect(exchange.secrets).toEqual([fact('redacted-token-1', 8, { base64: true })]);
  });

  test('that holds a certificate or a certificate request stays', () => {
    const der = Buffer.from([0x30, 0x03, 0x02, 0x01, 0x05]).toString('base64');
    const certificate = security(`<BinarySecurityToken ValueType="x#X509v3">${der}</BinarySecurityToken>`);
    const request = `<s:Body><BinarySecurityToken ValueType="#PKCS10">Z2FyYmFnZQ==</BinarySecurityToken></s:Body>`;
    expect(responseOf(certificate)).toBe(certificate);
    expect(responseOf(request)).toBe(request);
  });

  test('has the same number as the token of the sign-in page', () => {
    const token = '<Assertion Id="1">t&oken</Assertion>';
    const page = `<input type="hidden" name="wresult" value="${token.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`;
    const exchanges = [
      exchangeWith({ response: page }),
      exchangeWith({ request: security(`<BinarySecurityToken>${base64(token)}</BinarySecurityToken>`) }),
    ];
    const [first, second] = redact({ exchanges }).exchanges;
    expect(first && bodyText(first)).toBe('<input type="hidden" name="wresult" value="redacted-token-1"/>');
    expect(Buffer.from(second?.request.body ?? []).toString()).toContain('>redacted-token-1<');
  });
});

describe('a provisioning document', () => {
  const parms = '<parm name="AAUTHSECRET" value="s&amp;1"/><parm value=" bm9uY2U= " name="AAUTHDATA"/>';
  const cleanParms =
    '<parm name="AAUTHSECRET" value="redacted-secret-1"/><parm value=" redacted-nonce-1 " name="AAUTHDATA"/>';
  const token = (text: string): string => `<BinarySecurityToken ValueType="ProvisionDoc">${text}</BinarySecurityToken>`;

  test('loses its secrets inside its base64 and nothing else', () => {
    const exchange = redacted({ response: token(`\n  ${base64(provisioning(parms))}\n`) });
    const [, inner = ''] = />\s*([^<]*?)\s*</.exec(bodyText(exchange)) ?? [];
    expect(unbase64(inner)).toBe(provisioning(cleanParms));
    expect(bodyText(exchange)).toMatch(/>\n {2}\S+\n</);
    expect(exchange.secrets).toEqual([fact('redacted-secret-1', 3), fact('redacted-nonce-1', 10, { padded: true })]);
  });

  test.each(['\r\n', '\n    ', '&#xD;\n'])('keeps the lines of its base64 that %j divides', (gap) => {
    const lines = base64(provisioning(parms)).match(/.{1,76}/g) ?? [];
    const [, inner = ''] = /Doc">([^<]*)</.exec(responseOf(token(lines.join(gap)))) ?? [];
    const widths = inner.split(gap).map(({ length }) => length);
    expect(widths.slice(0, -1).every((width) => width === 76)).toBe(true);
    expect(unbase64(inner.replaceAll(gap, ''))).toBe(provisioning(cleanParms));
  });

  test('without padding stays without padding', () => {
    for (const filler of ['', ' ', '  ']) {
      const plain = base64(provisioning(parms) + filler).replace(/=+$/, '');
      const [, inner = ''] = /Doc">([^<]*)</.exec(responseOf(token(plain))) ?? [];
      expect(unbase64(inner)).toBe(provisioning(cleanParms) + filler);
    }
  });

  test('in UTF-16 loses its secrets too', () => {
    const wide = Buffer.from(`\uFEFF${provisioning(parms)}`, 'utf16le').toString('base64');
    const [, inner = ''] = /Doc">([^<]*)</.exec(responseOf(token(wide))) ?? [];
    expect(Buffer.from(inner, 'base64').toString('utf16le')).toBe(`\uFEFF${provisioning(cleanParms)}`);
  });

  test.each([
    [
      'escaped',
      '&lt;parm name=&quot;AAUTHSECRET&quot; value=&quot;s1&quot;/&gt;',
      '&lt;parm name=&quot;AAUTHSECRET&quot; value=&quot;redacted-secret-1&quot;/&gt;',
    ],
    [
      'in single quotes',
      "<parm name='AAUTHSECRET' value='s\"1'/>",
      "<parm name='AAUTHSECRET' value='redacted-secret-1'/>",
    ],
    [
      'with a datatype between',
      '<parm name="AAUTHSECRET" datatype="string" value="s1"/>',
      '<parm name="AAUTHSECRET" datatype="string" value="redacted-secret-1"/>',
    ],
    ['cut off', '<parm name="AAUTHSECRET" value="s1 and', '<parm name="AAUTHSECRET" value="redacted-secret-1'],
    ['empty', '<parm name="AAUTHSECRET" value=""/>', '<parm name="AAUTHSECRET" value=""/>'],
  ])('that is %s is read all the same', (_, before, after) => {
    expect(responseOf(before)).toBe(after);
  });
});

describe('a known secret', () => {
  test('has one number everywhere', () => {
    const exchange = redacted(
      {
        requestHeaders: [['Authorization', `Basic ${base64('user:correct horse')}`]],
        request: security('<Password>correct horse</Password>'),
        response: `{"echo":"correct horse"} ${base64('correct horse')} correct+horse correct%20horse`,
      },
      ['correct horse'],
    );
    expect(bodyText(exchange)).toBe(
      '{"echo":"redacted-password-1"} redacted-password-1 redacted-password-1 redacted-password-1',
    );
    expect(exchange.request.headers).toEqual([['Authorization', 'Basic redacted-password-1']]);
  });

  test.each(['a', 'pw', '127', 'Password', 'enrollment'])(
    'that is as short or common as %j is replaced only in its places',
    (secret) => {
      const body = security(`<Password>${secret}</Password>`);
      const rest = 'a pw 127 Password enrollment';
      expect(responseOf(body + rest, [secret])).toBe(security('<Password>redacted-password-1</Password>') + rest);
    },
  );

  test.each([
    ['s3cr3t!', '<parm value="MAkMB3MzY3IzdCE="/>'],
    ['s3cr3t!!', '[withheld, 32 long: it holds redacted-password-1 in a certificate or another DER structure]'],
  ])(
    'does not change a certificate: it happens to hold the letters of %s, or the message is withheld',
    (text, kept) => {
      const der = Buffer.concat([Buffer.from([0x30, text.length + 2, 0x0c, text.length]), Buffer.from(text)]);
      expect(responseOf(`<parm value="${der.toString('base64')}"/>`, [text])).toBe(kept);
    },
  );

  test('in a certificate leaves an exchange that judges nobody, without the facts of its TLS', () => {
    const der = Buffer.concat([Buffer.from([0x30, 0x0a, 0x0c, 0x08]), Buffer.from('s3cr3t!!')]).toString('base64');
    const pem = `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`;
    const tls = { protocol: 'TLSv1.3', cipher: 'x', authorized: true, peerChain: [pem] };
    const exchange = exchangeWith({ response: `<a>${der}</a>` });
    if (exchange.answer.kind !== 'answered') throw new TypeError('it is answered');
    const answer = { ...exchange.answer, response: { ...exchange.answer.response, tls } };
    const [kept] = redact({ exchanges: [{ ...exchange, answer }], knownSecrets: ['s3cr3t!!'] }).exchanges;
    expect(kept?.answer).toMatchObject({ kind: 'broken', reason: 'unrecorded' });
    expect(kept?.answer.response).not.toHaveProperty('tls');
    expect(JSON.stringify(kept)).not.toContain(der);
  });

  test('that was only found, not given, is replaced where it is echoed', () => {
    const exchange = redacted({
      request: security('<Password>not given before</Password>'),
      response: 'bad: not given before',
    });
    expect(bodyText(exchange)).toBe('bad: redacted-password-1');
  });
});

test('bytes that are no text stay as they are', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
  expect(redacted({ response: bytes }, ['known secret']).answer.response?.body).toEqual(bytes);
});

test('redacting twice changes nothing, and new secrets get new numbers', () => {
  const exchanges = [
    exchangeWith({
      requestHeaders: [['Cookie', 'a=1']],
      request: security('<Password>first one</Password>'),
      response: `<BinarySecurityToken>${base64(provisioning('<parm name="AAUTHSECRET" value="x"/>'))}</BinarySecurityToken>`,
    }),
  ];
  const once = redact({ exchanges }).exchanges;
  expect(redact({ exchanges: once }).exchanges).toEqual(once);
  const more = redact({ exchanges: [...once, exchangeWith({ request: security('<Password>2nd</Password>') })] });
  expect(Buffer.from(more.exchanges[1]?.request.body ?? []).toString()).toContain('>redacted-password-2<');
});

test.each([
  '<Password>',
  '<!--',
  'name="AAUTHDATA" value="',
  "value='",
  '<Cred>',
  'AAuthSecret</LocURI>',
  'A\n',
  'eyJ',
  '%25',
])('a body full of %j takes time in proportion to its size', (piece) => {
  const start = performance.now();
  redacted({ response: piece.repeat(60_000 / piece.length) }, ['known & secret']);
  expect(performance.now() - start).toBeLessThan(2500);
});
