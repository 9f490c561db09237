import { describe, expect, test } from 'vitest';
import type { Exchange } from '../exchange/exchange.ts';
import { serialiseHar, writeHar } from '../har/har.ts';
import { exchangeWith } from '../testing/exchange.ts';
import { redact } from './redact.ts';

/** Each form is computed here on its own, so that it does not repeat the mistakes of what it tests. */
function formsOf(secret: string): Readonly<Record<string, string>> {
  const named: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
    ä: 'auml',
  };
  const each = (write: (character: string) => string): string => Array.from(secret, write).join('');
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const utf8 = Buffer.from(secret, 'utf8');
  const url = [...utf8].map((byte) => `%${byte.toString(16)}`).join('');
  const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
  return {
    raw: secret,
    xml,
    html: each((character) => (named[character] ? `&${named[character]};` : character)),
    decimal: each((character) => `&#${character.codePointAt(0) ?? 0};`),
    hexadecimal: each((character) => `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`),
    'escaped twice': xml.replaceAll('&', '&amp;'),
    url,
    'url in capitals': url.toUpperCase(),
    'url of a browser': encodeURIComponent(secret),
    'url of a form': new URLSearchParams({ x: secret }).toString().slice(2),
    'url twice': encodeURIComponent(encodeURIComponent(secret)),
    'url in latin1': [...Buffer.from(secret, 'latin1')].map((byte) => `%${byte.toString(16)}`).join(''),
    'url of xml': encodeURIComponent(xml),
    json: JSON.stringify(secret).slice(1, -1),
    'json in units': each((character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
    base64: base64(secret),
    'base64 of latin1': base64(Buffer.from(secret, 'latin1')),
    'base64 of UTF-16': base64(Buffer.from(secret, 'utf16le')),
    'base64 for URLs': utf8.toString('base64url'),
    'base64 in a URL': encodeURIComponent(base64(secret)),
    'base64 of xml': base64(xml),
    'base64 of a pair': base64(`user@contoso.example:${secret}`),
    'base64 in base64': base64(base64(`<a>${secret}</a>`)),
    'base64 in lines': (base64(`some words before ${secret} and behind`).match(/.{1,20}/g) ?? []).join('\r\n'),
  };
}

const carriers: Readonly<Record<string, (form: string) => Exchange>> = {
  'a request header': (form) => exchangeWith({ requestHeaders: [['X-Echo', `before ${form} behind`]] }),
  'a response header': (form) => exchangeWith({ headers: [['Location', `/a?b=${form}&c=d`]] }),
  'a URL': (form) => exchangeWith({ url: `https://mdm.example/a/${form}?b=${form}` }),
  'a request body': (form) => exchangeWith({ request: `<a><b c="${form}">${form}</b></a>` }),
  'a response body': (form) => exchangeWith({ response: `{"error":"bad ${form}, really"}` }),
  'a body in latin1': (form) => exchangeWith({ response: Buffer.from(`<a>${form}</a>`, 'latin1') }),
  'a body in UTF-16': (form) => exchangeWith({ response: Buffer.from(`\uFEFF<a>${form}</a>`, 'utf16le') }),
  'a document in base64': (form) =>
    exchangeWith({ response: `<b>${Buffer.from(`<wap><parm value="${form}"/></wap>`).toString('base64')}</b>` }),
};

/** Everything that a reader of the HAR could find in it, base64 opened. */
function everythingIn(exchanges: readonly Exchange[], secret: string): string {
  const text = serialiseHar(writeHar({ exchanges, knownSecrets: [secret] }));
  const open = (layer: string, depth: number): string[] => {
    const runs = layer.replace(/\\r\\n|\r\n/g, '').match(/[\w+/-]{8,}/g) ?? [];
    const decoded = runs.flatMap((run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64')));
    const texts = decoded.flatMap((bytes) =>
      (['utf8', 'latin1', 'utf16le'] as const).map((name) => bytes.toString(name)),
    );
    return depth === 0 ? [layer] : [layer, ...open(texts.join('\n'), depth - 1)];
  };
  return [...open(text, 2), JSON.stringify(JSON.parse(text)).replaceAll('\\"', '"')].join('\n');
}

function leaksOf(exchange: Exchange, secret: string): string[] {
  const everything = everythingIn([exchange], secret);
  const leaks = Object.entries(formsOf(secret)).filter(([, text]) => everything.includes(text));
  return [
    ...leaks.map(([name]) => `${name} is still there`),
    ...(everything.includes('redacted-password-1') ? [] : ['no placeholder']),
    ...(/redacted-\w+-[2-9]/.test(everything) ? ['more than one number'] : []),
  ];
}

for (const secret of [`p&<ä+ /%"'`, 'correct horse', 'Tr0ub4dor&3', 'x9!K']) {
  describe(`the secret ${secret}`, () => {
    for (const [carrier, build] of Object.entries(carriers)) {
      test(`in any form in ${carrier} does not reach the file`, () => {
        const leaks = Object.entries(formsOf(secret)).map(([name, form]) => [name, leaksOf(build(form), secret)]);
        expect(Object.fromEntries(leaks.filter(([, found]) => found?.length !== 0))).toEqual({});
      });
    }
  });
}

test('a password without a Latin letter is replaced in UTF-16 too, where it has no zero byte', () => {
  const password = '密码很長ἀβγδ';
  const response = Buffer.from(`<a>${password}</a>`, 'utf16le').subarray(4);
  const { exchanges } = redact({ exchanges: [exchangeWith({ response })], knownSecrets: [password] });
  const [{ answer } = {}] = exchanges;
  expect(Buffer.from(answer?.response?.body ?? []).includes(Buffer.from(password, 'utf16le'))).toBe(false);
});

test('a secret of pluses and spaces is found where it begins within what only looks like it', () => {
  const secret = '+ ++++++';
  const [exchange] = redact({
    exchanges: [exchangeWith({ response: `<a>+${secret}</a>` })],
    knownSecrets: [secret],
  }).exchanges;
  const answer = exchange?.answer.kind === 'answered' ? exchange.answer.response.body : undefined;
  expect(Buffer.from(answer ?? []).toString()).toMatch(/^<a>\+redacted-password-1<\/a>$/);
});
