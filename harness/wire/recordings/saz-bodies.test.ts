import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sazMetadata } from '../../testing/as-saz.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { readHar } from '../har/har.ts';
import { createUnpacker } from './content-coding.ts';
import { readSaz } from './saz.ts';

const url = 'https://mdm.example/manage';
const startedAt = '2026-01-15T10:30:00Z';
const asked = `POST ${url} HTTP/1.1\r\nHost: mdm.example\r\n\r\n<a/>`;
const answered = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<b/>';

type Files = Readonly<Record<string, string | Uint8Array>>;
const session: Files = { 'raw/1_c.txt': asked, 'raw/1_s.txt': answered, 'raw/1_m.xml': sazMetadata({ startedAt }) };

function exchangeOf(files: Files): Exchange {
  const archive = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  const [exchange] = readHar(readSaz(archive).har).exchanges;
  if (!exchange) throw new Error('the session is lost');
  return exchange;
}

const bodyOf = (s: string | Uint8Array): string => {
  const { answer } = exchangeOf({ ...session, 'raw/1_s.txt': s });
  return answer.kind === 'broken' ? answer.message : Buffer.from(answer.response.body).toString();
};

const http = (head: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), body]);

test('packed bodies of a recording are unpacked up to a number of bytes together', () => {
  const unpack = createUnpacker(100);
  const [headers, body] = [[['Content-Encoding', 'gzip']] as const, gzipSync(Buffer.alloc(60))];
  expect(unpack(headers, body)).toHaveLength(60);
  expect(() => unpack(headers, body)).toThrow('its packed bodies have more than 100 bytes; no more are unpacked');
});

describe('a body', () => {
  const text = '<b>ä\u20ac</b>';
  const bytes = Buffer.from(text);
  const chunked = (body: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`3\r\n`),
      body.subarray(0, 3),
      Buffer.from(`\r\n${(body.length - 3).toString(16)}\r\n`),
      body.subarray(3),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);

  test.for<[string, Buffer]>([
    ['gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['deflate', deflateRawSync(bytes)],
    ['br', brotliCompressSync(bytes)],
    ['identity', bytes],
    ['br, gzip', gzipSync(brotliCompressSync(bytes))],
  ])('is unpacked: %s', ([coding, packed]) => {
    expect(bodyOf(http(`Content-Encoding: ${coding}\r\nContent-Length: ${packed.length}`, packed))).toBe(text);
    expect(bodyOf(http(`Transfer-Encoding: chunked\r\nContent-Encoding: ${coding}`, chunked(packed)))).toBe(text);
  });

  test('of any bytes stays as it is', () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { answer } = exchangeOf({ ...session, 'raw/1_s.txt': http('Content-Length: 256', all) });
    expect(answer.response?.body).toEqual(all);
  });

  test('that is shorter than announced, dropped or not unpacked is one that the recording lacks', () => {
    const lacks = (bytes: number): string => `The recording lacks the body of this answer (${bytes} bytes).`;
    expect(bodyOf(http('Content-Length: 9', bytes.subarray(0, 4)))).toBe(lacks(9));
    expect(bodyOf(http('Content-Length: 4\r\nContent-Encoding: gzip', bytes.subarray(0, 4)))).toBe(lacks(4));
    expect(bodyOf(http('Content-Length: 4\r\nContent-Encoding: zstd', bytes.subarray(0, 4)))).toBe(lacks(4));
    expect(bodyOf(http('Transfer-Encoding: chunked', Buffer.from('5\r\nab')))).toMatch(/^The recording lacks the body/);
    const dropped = { ...session, 'raw/1_m.xml': sazMetadata({ startedAt }, 1 + 131_072) };
    expect(exchangeOf(dropped).answer).toMatchObject({
      kind: 'broken',
      reason: 'unrecorded',
      response: { status: 200 },
    });
  });

  test('that unpacks to more than is read is not unpacked', () => {
    const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024));
    expect(bodyOf(http(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}`, bomb))).toMatch(/lacks the body/);
  });

  test('with more bytes than announced says nothing of its framing', () => {
    const { answer } = exchangeOf({ ...session, 'raw/1_s.txt': http('Content-Length: 4', Buffer.from('<b/>more')) });
    expect(Buffer.from(answer.response?.body ?? []).toString()).toBe('<b/>');
    expect(answer.response?.framing).toBeUndefined();
  });

  test('of a chunked request is read', () => {
    const request = `POST ${url} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n`;
    expect(Buffer.from(exchangeOf({ ...session, 'raw/1_c.txt': request }).request.body).toString()).toBe('<a/>');
  });
});
