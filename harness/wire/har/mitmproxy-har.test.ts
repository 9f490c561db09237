import { describe, expect, test } from 'vitest';
import { readHar } from './har.ts';

const response = {
  status: 200,
  statusText: 'OK',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [
    { name: 'Content-Type', value: 'application/vnd.syncml.dm+xml' },
    { name: 'Content-Length', value: '4' },
  ],
  content: { size: 4, compression: 0, mimeType: 'application/vnd.syncml.dm+xml', text: '<b/>' },
  redirectURL: '',
  headersSize: 90,
  bodySize: 4,
};

/** An entry as the savehar addon of mitmproxy writes it. */
const entry = (answer: object, more: object = {}): object => ({
  startedDateTime: '2026-01-15T09:30:00.123456+00:00',
  time: 41.25,
  request: {
    method: 'POST',
    url: 'https://mdm.example/manage',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [{ name: 'Host', value: 'mdm.example' }],
    queryString: [],
    headersSize: 40,
    bodySize: 4,
    postData: { mimeType: 'application/vnd.syncml.dm+xml', text: '<a/>', params: [] },
  },
  response: answer,
  cache: {},
  timings: { connect: null, ssl: null, send: 1, receive: 0.25, wait: 40 },
  serverIPAddress: '192.0.2.1',
  ...more,
});

function exchangesOf(...entries: readonly object[]) {
  const creator = { name: 'mitmproxy exporthar', version: '0.1', comment: 'mitmproxy version 12.0.0' };
  return readHar(JSON.stringify({ log: { version: '1.2', creator, pages: [], entries } }, null, 2)).exchanges;
}

const bodyOf = (answer: object): string => {
  const [exchange] = exchangesOf(entry(answer));
  return Buffer.from(exchange?.answer.response?.body ?? []).toString();
};

describe('a HAR of mitmproxy', () => {
  test('is read as that of another tool', () => {
    expect(exchangesOf(entry(response))[0]).toMatchObject({
      startedAt: '2026-01-15T09:30:00.123456+00:00',
      durationMs: 41.25,
      request: { method: 'POST', headers: [['Host', 'mdm.example']], body: new Uint8Array(Buffer.from('<a/>')) },
      answer: { kind: 'answered', response: { status: 200, framing: { contentLengths: ['4'], bodyBytes: 4 } } },
    });
  });

  test('holds binary bodies in base64, and the packed size of what it unpacked', () => {
    const content = { size: 24, compression: -20, text: 'PGIvPg==', encoding: 'base64' };
    const headers = [{ name: 'content-encoding', value: 'gzip' }];
    const [exchange] = exchangesOf(entry({ ...response, headers, content, bodySize: 24 }));
    expect(exchange?.answer.response?.body).toEqual(new Uint8Array(Buffer.from('<b/>')));
    expect(exchange?.answer.response?.framing).toBeUndefined();
  });

  test('has an empty text for an empty body, and null for one that it passed on', () => {
    const headers = [{ name: 'Transfer-Encoding', value: 'chunked' }];
    const of = (text: string | null, status = 200): object => ({
      ...response,
      status,
      headers,
      content: { size: 0, text },
      bodySize: 0,
    });
    expect(bodyOf(of(''))).toBe('');
    expect(exchangesOf(entry(of('')))[0]?.answer.kind).toBe('answered');
    expect(exchangesOf(entry(of(null)))[0]?.answer).toMatchObject({
      kind: 'broken',
      reason: 'unrecorded',
      message: 'The recording lacks the body of this answer (of unknown length).',
    });
    expect(exchangesOf(entry(of(null, 204)))[0]?.answer.kind).toBe('answered');
  });

  test('names what broke a flow, or nothing', () => {
    const none = {
      status: 0,
      statusText: '',
      httpVersion: '',
      headers: [],
      cookies: [],
      content: {},
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 0,
    };
    const exchanges = exchangesOf(
      entry({ ...none, _error: null }),
      entry({ ...none, _error: 'server closed connection' }),
      entry({ ...none, _error: 'Certificate verify failed: unable to get local issuer certificate' }),
    );
    expect(exchanges.map(({ answer }) => answer.kind === 'broken' && answer.reason)).toEqual([
      'unrecorded',
      'closed',
      'tls',
    ]);
  });

  test('may hold a WebSocket, whose messages are none of the enrollment', () => {
    const messages = [{ type: 'send', time: 1768469400.5, opcode: 1, data: '<SyncML/>' }];
    const socket = entry({ ...response, status: 101 }, { _resourceType: 'websocket', _webSocketMessages: messages });
    expect(exchangesOf(socket)[0]).toMatchObject({ answer: { kind: 'answered', response: { status: 101 } } });
  });
});
