import { http as mswHttp, HttpResponse as MswResponse } from 'msw';
import { setupServer } from 'msw/node';
import { describe, expect, test } from 'vitest';
import type { Answer, HttpRequest } from '../exchange/exchange.ts';
import { createLiveTransport, type LiveTransportOptions } from './live-transport.ts';
import { PlainHttpRefused } from '../exchange/plain-http-refused.ts';
import { startRawServer } from '../testing/raw-server.ts';
import { UnusableTrust } from './trusted-roots.ts';
import { UnusableUrl } from '../exchange/unusable-url.ts';

function requestTo(url: string, method = 'POST', body = '<a/>'): HttpRequest {
  const bytes = new Uint8Array(Buffer.from(body));
  return {
    method,
    url,
    headers: [
      ['x-First', '1'],
      ['Host', new URL(url).host],
      ['Content-Length', String(bytes.length)],
      ['X-first', '2'],
    ],
    body: bytes,
  };
}

async function answerTo(
  reply: string | readonly string[],
  options: LiveTransportOptions & { method?: string } = {},
): Promise<Answer> {
  await using server = await startRawServer(reply);
  return await createLiveTransport({ timeoutMs: 3000, ...options })(requestTo(server.url, options.method));
}

const bodyOf = ({ response }: Answer): string => Buffer.from(response?.body ?? []).toString();

describe('a live transport', () => {
  test('sends the request to the byte, and nothing of its own', async () => {
    await using server = await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    await createLiveTransport()(requestTo(`${server.url}a%20b?c=d#e`));
    expect(server.received()).toBe(
      `POST /a%20b?c=d HTTP/1.1\r\nx-First: 1\r\nHost: ${new URL(server.url).host}\r\nContent-Length: 4\r\nX-first: 2\r\n\r\n<a/>`,
    );
  });

  test('gives the answer as it was on the wire', async () => {
    const answer = await answerTo('HTTP/1.1 200 Fine\r\nb: 1\r\nA: 2\r\nb: 3\r\ncontent-length: 2\r\n\r\nhi');
    expect(answer).toEqual({
      kind: 'answered',
      response: {
        status: 200,
        statusText: 'Fine',
        httpVersion: 'HTTP/1.1',
        headers: [
          ['b', '1'],
          ['A', '2'],
          ['b', '3'],
          ['content-length', '2'],
        ],
        body: new Uint8Array(Buffer.from('hi')),
        framing: { contentLengths: ['2'], bodyBytes: 2 },
      },
    });
  });

  test.each([
    [
      'a redirect that is not followed',
      'HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n',
      '',
      ['0'],
      0,
    ],
    ['a body longer than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello', 'he', ['2'], 5],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhello', 'hello', ['2', '5'], 5],
    ['a bad header name', 'HTTP/1.1 200 OK\r\nBad Name: 1\r\nContent-Length: 1\r\n\r\nx', 'x', ['1'], 1],
    ['bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 1\n\nx', 'x', ['1'], 1],
    ['an odd status', 'HTTP/1.1 999 Odd\r\nContent-Length: 1\r\n\r\nx', 'x', ['1'], 1],
    ['no length', 'HTTP/1.1 200 OK\r\n\r\nuntil closed', 'until closed', [], 12],
    ['interim responses', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx', 'x', ['1'], 1],
  ])('takes %s for an answer', async (_, reply, body, contentLengths, bodyBytes) => {
    const answer = await answerTo(reply);
    expect(answer).toMatchObject({ kind: 'answered', response: { framing: { contentLengths, bodyBytes } } });
    expect(bodyOf(answer)).toBe(body);
  });

  test('reads chunks, with a length beside them too, however they are cut', async () => {
    const reply = [
      'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-',
      'Encoding: chunked\r\n\r\n3\r',
      '\nabc\r\n0\r\n',
      '\r\n',
    ];
    const answer = await answerTo(reply);
    expect(bodyOf(answer)).toBe('abc');
    expect(answer).toMatchObject({
      kind: 'answered',
      response: { framing: { contentLengths: ['4'], transferEncoding: 'chunked', bodyBytes: 3 } },
    });
  });

  test('knows that the answer to HEAD has no body', async () => {
    expect(await answerTo('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', { method: 'HEAD' })).toMatchObject({
      kind: 'answered',
      response: { body: new Uint8Array() },
    });
  });
});

describe('an exchange breaks', () => {
  test.each([
    ['closed', 'without a byte', ''],
    ['closed', 'in the middle of the head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['closed', 'in the middle of the body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi'],
    ['framing', 'with what is no HTTP', 'SSH-2.0-Server\r\n'],
    ['framing', 'with chunks that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n'],
  ])('as %s: %s', async (reason, _, reply) => {
    const answer = await answerTo(reply);
    expect(answer).toMatchObject({ kind: 'broken', reason });
    expect(answer.kind === 'broken' && answer.message).toMatch(/^[^\n]+\.$/);
  });

  test('and keeps what had arrived', async () => {
    const answer = await answerTo('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi');
    expect(answer).toMatchObject({ response: { status: 200, framing: { contentLengths: ['9'], bodyBytes: 2 } } });
    expect(bodyOf(answer)).toBe('hi');
  });

  test('as refused where nothing listens', async () => {
    const server = await startRawServer('');
    await server[Symbol.asyncDispose]();
    expect(await createLiveTransport()(requestTo(server.url))).toMatchObject({ kind: 'broken', reason: 'refused' });
  });

  test('as a reset', async () => {
    await using server = await startRawServer('', { end: 'reset' });
    expect(await createLiveTransport()(requestTo(server.url))).toMatchObject({ kind: 'broken', reason: 'reset' });
  });

  test('as a timeout, when the answer stops half way', async () => {
    await using server = await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi', { end: 'never' });
    const answer = await createLiveTransport({ timeoutMs: 150 })(requestTo(server.url));
    expect(answer).toMatchObject({ kind: 'broken', reason: 'timeout', response: { status: 200 } });
  });

  test.each([
    ['an endless body', 'HTTP/1.1 200 OK\r\n\r\n', 'a'.repeat(65_536)],
    [
      'endless chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
      `100\r\n${'a'.repeat(256)}\r\n`.repeat(64),
    ],
    ['an endless head', 'HTTP/1.1 200 OK\r\n', 'A: b\r\n'.repeat(1000)],
    ['a long body', 'HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n', 'a'.repeat(100_000)],
  ])('as too large: %s', async (_, head, piece) => {
    await using server = await startRawServer(head, { end: 'endless', piece });
    const answer = await createLiveTransport({ maxBodyBytes: 200_000 })(requestTo(server.url));
    expect(answer).toMatchObject({ kind: 'broken', reason: 'too-large' });
    expect(answer.response?.body.length ?? 0).toBeLessThanOrEqual(65_536);
  });
});

describe('before anything is sent', () => {
  test.each(['http://mdm.example/', 'http://127.0.0.1.example/', 'http://10.0.0.1/'])('%s is refused', async (url) => {
    await expect(createLiveTransport()(requestTo(url))).rejects.toThrow(PlainHttpRefused);
  });

  test('plain HTTP that is meant goes out for a bare GET only', async () => {
    const meant = { ...requestTo('http://mdm.example/'), method: 'GET', body: new Uint8Array() };
    const connection = { plainHttp: true } as const;
    const msw = setupServer(mswHttp.get('http://mdm.example/', () => new MswResponse(null, { status: 301 })));
    msw.listen({ onUnhandledRequest: 'error' });
    try {
      const transport = createLiveTransport();
      await expect(transport(meant)).rejects.toThrow(PlainHttpRefused);
      await expect(transport({ ...requestTo(meant.url), connection })).rejects.toThrow(PlainHttpRefused);
      await expect(transport({ ...meant, url: `${meant.url}?a=b`, connection })).rejects.toThrow(PlainHttpRefused);
      expect(await transport({ ...meant, connection })).toMatchObject({ response: { status: 301 } });
    } finally {
      msw.close();
    }
  });

  test('what is no web address is refused', async () => {
    const request = { ...requestTo('https://a.example'), url: 'ftp://a.example/' };
    await expect(createLiveTransport()(request)).rejects.toThrow(UnusableUrl);
    await expect(createLiveTransport()({ ...request, url: 'Discovery.svc' })).rejects.toThrow(UnusableUrl);
  });

  test('trust that cannot be read is refused', () => {
    expect(() => createLiveTransport({ ca: ['no certificate'] })).toThrow(UnusableTrust);
    expect(() => createLiveTransport({ environment: { SSL_CERT_FILE: '/does/not/exist.pem' } })).toThrow(
      'SSL_CERT_FILE names /does/not/exist.pem, which cannot be read (ENOENT)',
    );
  });
});

test('a client certificate is not shown without TLS: nothing is sent', async () => {
  await using server = await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  const connection = { clientCertificate: { certificate: 'PEM' } };
  const answer = await createLiveTransport()({ ...requestTo(server.url), connection });
  expect(answer).toMatchObject({ kind: 'broken', reason: 'unsupported' });
  expect(server.received()).toBe('');
});

describe('where msw answers in the place of the server', () => {
  test('the answer is what msw says, without facts that only a wire has', async () => {
    const seen: string[] = [];
    const msw = setupServer(
      mswHttp.post('https://mdm.example/Discovery.svc', async ({ request }) => {
        seen.push(`${request.headers.get('x-first') ?? ''} ${await request.text()}`);
        return new MswResponse('hi', { status: 500, headers: { 'X-Answer': 'yes' } });
      }),
      mswHttp.post('https://mdm.example/broken', () => MswResponse.error()),
    );
    msw.listen({ onUnhandledRequest: 'error' });
    try {
      const transport = createLiveTransport();
      const showing = { connection: { clientCertificate: { certificate: 'PEM' } } };
      const answer = await transport(requestTo('https://mdm.example/Discovery.svc'));
      const unsent = await transport({ ...requestTo('https://mdm.example/Discovery.svc'), ...showing });
      expect(unsent).toMatchObject({ kind: 'broken', reason: 'unsupported' });
      expect(seen).toEqual(['1, 2 <a/>']);
      expect(answer).toMatchObject({
        kind: 'answered',
        response: { status: 500, statusText: 'Internal Server Error' },
      });
      expect(answer.response?.headers).toContainEqual(['X-Answer', 'yes']);
      expect(bodyOf(answer)).toBe('hi');
      expect(answer.response).not.toHaveProperty('framing');
      expect(answer.response).not.toHaveProperty('tls');
      expect(await transport(requestTo('https://mdm.example/broken'))).toMatchObject({
        kind: 'broken',
        reason: 'other',
      });
    } finally {
      msw.close();
    }
  });
});
