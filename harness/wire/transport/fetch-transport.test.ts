import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../exchange/exchange.ts';
import { fetchTransport } from './fetch-transport.ts';

const url = 'https://mdm.example/EnrollmentServer/Discovery.svc';
const post: HttpRequest = {
  method: 'POST',
  url,
  headers: [['Content-Type', 'application/soap+xml']],
  body: new TextEncoder().encode('<a>ä</a>'),
};

describe('the handler gets', () => {
  test('method, address, header fields and bytes', async () => {
    let seen: unknown;
    await fetchTransport(async (request) => {
      seen = [request.method, request.url, request.headers.get('content-type'), await request.text()];
      return new Response();
    })(post);
    expect(seen).toEqual(['POST', url, 'application/soap+xml', '<a>ä</a>']);
  });

  test('a GET without a body', async () => {
    let seen: unknown;
    await fetchTransport((request) => {
      seen = [request.method, request.body];
      return new Response();
    })({ ...post, method: 'GET', body: new Uint8Array() });
    expect(seen).toEqual(['GET', null]);
  });
});

test('what is meant for plain HTTP is not asked of the handler, which could not tell', async () => {
  const handler = () => {
    throw new Error('asked');
  };
  const request = { ...post, method: 'GET', url: url.replace('https', 'http'), body: new Uint8Array() };
  expect(await fetchTransport(handler)({ ...request, connection: { plainHttp: true } })).toMatchObject({
    kind: 'broken',
    reason: 'refused',
  });
});

describe('its answer is', () => {
  test('status, header fields and bytes, redirects included', async () => {
    const answer = await fetchTransport(
      () => new Response('moved', { status: 302, statusText: 'Found', headers: { Location: 'https://b.example/' } }),
    )(post);
    expect(answer).toEqual({
      kind: 'answered',
      response: {
        status: 302,
        statusText: 'Found',
        httpVersion: 'HTTP/1.1',
        headers: [
          ['content-type', 'text/plain;charset=UTF-8'],
          ['location', 'https://b.example/'],
        ],
        body: new TextEncoder().encode('moved'),
      },
    });
  });

  test('framed by the length that it announces, before redaction changes the body', async () => {
    const answer = await fetchTransport(() => new Response('four', { headers: { 'Content-Length': '5' } }))(post);
    expect(answer).toMatchObject({ response: { framing: { contentLengths: ['5'], bodyBytes: 4 } } });
  });
});

describe('an exchange breaks', () => {
  test.for<[name: string, handler: () => Promise<Response>, message: string]>([
    [
      'when the handler throws',
      () => Promise.reject(new TypeError('no database')),
      'the handler threw TypeError: no database.',
    ],
    [
      'when it gives an error Response',
      () => Promise.resolve(Response.error()),
      'the handler gave an error Response, which has no status.',
    ],
    [
      'when the body ends in an error',
      () =>
        Promise.resolve(
          new Response(
            new ReadableStream({
              start: (body) => {
                body.error(new Error('cut'));
              },
            }),
          ),
        ),
      'the handler threw Error: cut.',
    ],
  ])('%s', async ([, handler, message]) => {
    expect(await fetchTransport(handler)(post)).toEqual({ kind: 'broken', reason: 'other', message });
  });

  test('when time is up, and the handler is told', async () => {
    let signal: AbortSignal | undefined;
    const never = (request: Request): Promise<Response> => {
      ({ signal } = request);
      return new Promise(() => undefined);
    };
    const answer = await fetchTransport(never, { timeoutMs: 5 })(post);
    expect(answer).toEqual({
      kind: 'broken',
      reason: 'timeout',
      message: 'the handler of mdm.example did not complete its answer within 5 ms.',
    });
    expect(signal?.aborted).toBe(true);
  });
});

test('a message that brings the field of the proxy itself is not sent, and the reason is said', async () => {
  const seen: (string | null)[] = [];
  const handler = (request: Request): Response => {
    seen.push(request.headers.get('x-client-cert'));
    return new Response();
  };
  const forged = { ...post, headers: [...post.headers, ['X-Client-Cert', 'forged'] as const] };
  expect(await fetchTransport(handler, { certificateHeader: 'x-client-cert' })(forged)).toMatchObject({
    kind: 'broken',
    reason: 'unsupported',
    message: expect.stringMatching(/no proxy stands before the handler, which could remove x-client-cert/) as string,
  });
  await fetchTransport(handler)(forged);
  expect(seen).toEqual(['forged']);
});

test('a request that is to show a client certificate is not handed to the handler', async () => {
  let calls = 0;
  const transport = fetchTransport(() => {
    calls += 1;
    return new Response('ok');
  });
  const answer = await transport({
    ...post,
    connection: { clientCertificate: { certificate: 'PEM', privateKey: 'PEM' } },
  });
  expect(answer).toMatchObject({
    kind: 'broken',
    reason: 'unsupported',
    message: expect.stringMatching(/this tool sent nothing\.$/) as string,
  });
  expect(calls).toBe(0);
  expect((await transport({ ...post, connection: { httpVersion: 'HTTP/1.0' } })).kind).toBe('answered');
});
