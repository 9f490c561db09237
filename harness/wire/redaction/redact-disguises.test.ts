import { isDeepStrictEqual } from 'node:util';
import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../protocol/xml/tree.ts';
import type { Exchange, Header } from '../exchange/exchange.ts';
import { serialiseHar, writeHar } from '../har/har.ts';
import { readHar } from '../har/read-har.ts';
import { exchangeWith } from '../testing/exchange.ts';
import { redact } from './redact.ts';

const secret = 'Kan4r1en<&"Vögel>9';
const utf8 = Buffer.from(secret);
const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const base64 = (text: string | Buffer, times = 1): string =>
  times === 0 ? String(text) : base64(Buffer.from(text).toString('base64'), times - 1);
const wide = (order: 'le' | 'be', width: 2 | 4): Buffer =>
  Buffer.concat(
    Array.from(`<a>${secret}</a>`, (character) => {
      const unit = Buffer.alloc(width);
      const code = character.codePointAt(0) ?? 0;
      if (order === 'le') unit.writeUIntLE(code, 0, width);
      else unit.writeUIntBE(code, 0, width);
      return unit;
    }),
  );

/** Each form is computed here on its own, so that it does not repeat the mistakes of what it tests. */
const disguises: Readonly<Record<string, string | Buffer>> = {
  'hexadecimal digits': utf8.toString('hex'),
  'hexadecimal capitals': utf8.toString('hex').toUpperCase(),
  'hexadecimal pairs': [...utf8].map((byte) => `0x${byte.toString(16)}`).join(', '),
  'quoted-printable': [...utf8].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  'quoted-printable in lines': 'Kan4r1=\r\nen<&"V=C3=B6gel>9',
  'JSON in JSON': JSON.stringify(JSON.stringify(secret)),
  'JSON in JSON in JSON': JSON.stringify(JSON.stringify(JSON.stringify(secret))),
  'base64 with blanks': base64(utf8).split('').join(' '),
  'base64 in short lines': (base64(utf8).match(/.{1,4}/g) ?? []).join('\r\n'),
  'base64 four times over': base64(`before ${secret} behind`, 4),
  'UTF-16': wide('le', 2),
  'UTF-16 of the other order': wide('be', 2),
  'UTF-32': wide('le', 4),
  'UTF-32 of the other order': wide('be', 4),
  'decomposed letters': secret.normalize('NFD'),
  'decomposed letters in base64': base64(secret.normalize('NFD')),
  'decomposed letters in a URL': encodeURIComponent(secret.normalize('NFD')),
  'entities with many zeros': secret.replace(
    /./gu,
    (character) => `&#${'0'.repeat(40)}${character.codePointAt(0) ?? 0};`,
  ),
  'a comment': xml.replace('4', '4<!-- -->'),
  'a long comment': xml.replace('4', `4<!--${'x'.repeat(5000)}-->`),
  'a comment after each letter': xml.replace(/(?<=[a-zA-Z0-9])(?![a-z]{0,4};)/g, '<!-- -->'),
  'an instruction': xml.replace('4', '4<?a b?>'),
  'sections of CDATA': '<![CDATA[Kan4]]><![CDATA[r1en<&"V]]>ögel&gt;9',
  'the end of CDATA': '<![CDATA[Kan4r1en<&"]]>Vögel&gt;9',
  'a comment in base64': base64(`<a>${xml.replace('4', '4<!-- -->')}</a>`),
  gzip: gzipSync(`<a>${xml}</a>`),
  zlib: deflateSync(`<a>${xml}</a>`),
  'gzip in base64': base64(gzipSync(`<a>${xml}</a>`)),
};

const carriers: Readonly<Record<string, (form: string | Buffer) => Exchange>> = {
  'an element': (form) => exchangeWith({ response: around('<a><b>', form, '</b></a>') }),
  'a body of its own': (form) => exchangeWith({ response: Buffer.from(form) }),
  'a request': (form) => exchangeWith({ request: around('<a>', form, '</a>') }),
  'a body that is no message': (form) => exchangeWith({ response: around('word. '.repeat(60_000), form, ' word.') }),
  'a header value': (form) => exchangeWith({ headers: [['X-Echo', Buffer.from(form).toString('latin1')]] }),
};

function around(before: string, form: string | Buffer, behind: string): Buffer {
  return Buffer.concat([Buffer.from(before), Buffer.from(form), Buffer.from(behind)]);
}

/** Compression and wide characters begin a body, or they are none. */
const isWhole = (form: string | Buffer): boolean => typeof form !== 'string';

describe.each(Object.entries(carriers))('in %s', (carrier, build) => {
  const able = Object.entries(disguises).filter(([name, form]) => {
    if (name === 'gzip in base64') return carrier !== 'a body that is no message';
    return !isWhole(form) || carrier === 'a body of its own';
  });
  test.each(able)('a secret as %s leaves a placeholder', (_, form) => {
    const exchange = build(form);
    const text = serialiseHar(writeHar({ exchanges: [exchange], knownSecrets: [secret] }));
    expect(text.replaceAll(/[A-Za-z0-9+/]{32,}={0,2}/g, opened)).toContain('redacted-password-1');
    const { exchanges } = readHar(text);
    const again = redact({ exchanges, knownSecrets: [secret] }).exchanges;
    // No `toEqual`, which reads bytes one by one.
    expect(isDeepStrictEqual(again, exchanges)).toBe(true);
  });
});

function opened(run: string): string {
  return Buffer.from(run, 'base64')
    .toString('latin1')
    .replaceAll(/[A-Za-z0-9+/]{32,}={0,2}/g, opened);
}

describe('a text that markup divides', () => {
  const value = (response: string): string => {
    const [kept] = redact({ exchanges: [exchangeWith({ response })], knownSecrets: [secret] }).exchanges;
    using tree = parseXml(Buffer.from(kept?.answer.response?.body ?? []));
    return tree.root.text;
  };

  test.each([
    ['a comment', '<t>bad Kan4<!--x-->r1en&lt;&amp;"Vögel&gt;9!</t>'],
    ['an instruction', '<t>bad Kan4r1en&lt;<?x y?>&amp;"Vögel&gt;9!</t>'],
    ['the beginning of CDATA', '<t>bad Kan4<![CDATA[r1en<&"Vögel>9!]]></t>'],
    ['the end of CDATA', '<t><![CDATA[bad Kan4r1en<&"]]>Vögel&gt;9!</t>'],
    ['a whole section of CDATA', '<t>bad Kan4<![CDATA[r1en<&]]>"Vögel&gt;9!</t>'],
  ])('stays well-formed and says the placeholder: %s', (_, response) => {
    expect(value(response)).toBe('bad redacted-password-1!');
  });

  test('of a password that nobody knew is one secret', () => {
    const response = '<Password>s3<![CDATA[cr<et]]>&amp;x<!-- --></Password><a>s3cr&lt;et&amp;x</a>';
    const [kept] = redact({ exchanges: [exchangeWith({ response })] }).exchanges;
    expect(Buffer.from(kept?.answer.response?.body ?? []).toString()).toBe(
      '<Password>redacted-password-1</Password><a>redacted-password-1</a>',
    );
  });
});

describe('the head of an answer', () => {
  const latin1 = Buffer.from(secret).toString('latin1');
  const withHead = (headers: readonly Header[], statusText = ''): string => {
    const { answer, ...exchange } = exchangeWith({ headers });
    if (answer.kind !== 'answered') throw new Error('the answer is lost');
    const framing = { contentLengths: [`7${secret}`], transferEncoding: `x-${secret}`, bodyBytes: 0 };
    const response = { ...answer.response, statusText, framing };
    const exchanges = [{ ...exchange, answer: { ...answer, response } }];
    return serialiseHar(writeHar({ exchanges, knownSecrets: [secret, 'part:and part'] }));
  };

  test.each<[string, Header]>([
    ['a name', [`X-Debug-${secret}`, 'on']],
    ['a name in bytes', [`X-Debug-${latin1}`, 'on']],
    ['a line without a colon', [secret, '']],
    ['a name in hexadecimal digits', [`X-${utf8.toString('hex')}`, 'on']],
    ['name and value', ['X-part', 'and part']],
  ])('shows no secret in %s', (_, header) => {
    const text = withHead([header]);
    expect(text).not.toMatch(/Kan4|4b616e34|and part/);
    expect(text).toMatch(/"(?:name|value)": "[^"]*redacted-password-\d"/);
  });

  test('shows none in the status line and in the facts of its framing', () => {
    const text = withHead([], `No ${secret}`);
    expect(text).not.toContain('Kan4');
    expect(text).toContain('No redacted-password-1');
  });
});

describe('a URL with a user and a password', () => {
  test.each([
    ['https://user:pw1@mdm.example/a', 'https://user:redacted-password-1@mdm.example/a'],
    ['<a href="https://u:p%40ss@h/">x</a>', '<a href="https://u:redacted-password-1@h/">x</a>'],
    ['"url":"HTTP://:secret@h:1/p"', '"url":"HTTP://:redacted-password-1@h:1/p"'],
    ['to=https%3A%2F%2Fu%3Apw1%40h%2F', 'to=https%3A%2F%2Fu%3Aredacted-password-1%40h%2F'],
    ['https://mdm.example:443/user@contoso.example', 'https://mdm.example:443/user@contoso.example'],
    ['https://user@mdm.example/', 'https://user@mdm.example/'],
  ])('loses the password in any part of an answer: %s', (before, after) => {
    const exchange = exchangeWith({ headers: [['Location', before]], response: before });
    const [kept] = redact({ exchanges: [exchange] }).exchanges;
    expect(kept?.answer.response?.headers).toEqual([['Location', after]]);
    expect(Buffer.from(kept?.answer.response?.body ?? []).toString()).toBe(after);
  });
});

describe('a compressed body', () => {
  const keptOf = (response: Uint8Array, coding?: string): string => {
    const headers: Header[] = coding === undefined ? [] : [['Content-Encoding', coding]];
    const [kept] = redact({ exchanges: [exchangeWith({ response, headers })], knownSecrets: [secret] }).exchanges;
    return Buffer.from(kept?.answer.response?.body ?? []).toString('latin1');
  };
  const page = `<a>${xml}</a>`;
  /** A check sum at the end no longer fits, but whoever opens the bytes one by one gets the text. */
  const damaged = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 0x55)]);
  /** The page, and another one, as Node 24 writes them: Node 20 can neither write nor read zstd. */
  const zstdOfSecret = 'KLUv/SAkIQEAPGE+S2FuNHIxZW4mbHQ7JmFtcDsiVsO2Z2VsJmd0Ozk8L2E+';
  const zstdOfNothing = 'KLUv/SAOcQAAPGE+bm90aGluZzwvYT4=';
  const canOpenZstd = 'zstdDecompressSync' in zlib;

  test.each<[string, Uint8Array, string?]>([
    ['gzip', gzipSync(page), 'gzip'],
    ['gzip without a header', gzipSync(page)],
    ['gzip that is cut off', gzipSync(page + 'x y z'.repeat(99)).subarray(0, -9), 'x-gzip'],
    ['deflate', deflateSync(page), 'deflate'],
    ['deflate without its frame', deflateRawSync(page), 'Deflate'],
    ['br', brotliCompressSync(page), 'br'],
    ['two codings', gzipSync(brotliCompressSync(page)), 'br, gzip'],
  ])('with a secret is withheld: %s', (_, body, coding) => {
    expect(keptOf(body, coding)).toBe(`[withheld, ${body.length} long: it holds redacted-password-1 in disguise]`);
  });

  test('without a secret stays as it is', () => {
    const body = gzipSync('<a>nothing</a>');
    expect(keptOf(body, 'gzip')).toBe(body.toString('latin1'));
  });

  test('that unpacks to too much is withheld', () => {
    const body = gzipSync(Buffer.alloc(9 * 1024 * 1024));
    expect(keptOf(body, 'gzip')).toBe(`[withheld, ${body.length} long: it cannot be searched for secrets]`);
  });

  test.each(['gzip', 'zstd', 'utf-8', 'br, gzip'])(
    'that is none in spite of its header "%s" is read as it is',
    (coding) => {
      expect(keptOf(Buffer.from(page), coding)).toBe('<a>redacted-password-1</a>');
      expect(keptOf(Buffer.from('<a>caf\xe9</a>', 'latin1'), coding)).toBe('<a>caf\xe9</a>');
    },
  );

  test.each<[string, Uint8Array, string?]>([
    ['by its header', Buffer.from([1, 2, 3, 4, ...Buffer.from('half of it')]), 'dcb'],
    ['by the last of its codings', gzipSync(Buffer.from([1, 2, 3, 4])), 'lz4, gzip'],
    ['by its first bytes', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4])],
    ['because it is damaged', damaged(gzipSync(page)), 'gzip'],
    ['because it is damaged, and has no header', damaged(gzipSync(page))],
  ])('that cannot be opened is withheld: %s', (_, body, coding) => {
    expect(keptOf(body, coding)).toBe(`[withheld, ${body.length} long: it cannot be searched for secrets]`);
  });

  test.each(['zstd', undefined])('in zstd is opened if Node can, and withheld if it cannot: header %s', (coding) => {
    const why = canOpenZstd ? 'it holds redacted-password-1 in disguise' : 'it cannot be searched for secrets';
    const body = Buffer.from(zstdOfSecret, 'base64');
    expect(keptOf(body, coding)).toBe(`[withheld, ${body.length} long: ${why}]`);
    const cut = body.subarray(0, -4);
    expect(keptOf(cut, coding)).toMatch(/^\[withheld, /);
    const clean = Buffer.from(zstdOfNothing, 'base64');
    const kept = keptOf(clean, coding);
    if (canOpenZstd) expect(kept).toBe(clean.toString('latin1'));
    else expect(kept).toMatch(/^\[withheld, /);
  });
});
