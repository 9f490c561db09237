import { describe, expect, test } from 'vitest';
import type { Exchange } from '../exchange/exchange.ts';
import { readHar, serialiseHar, UnreadableSession, writeHar } from './har.ts';

const start = '2026-01-15T09:30:00Z';
const request = { method: 'POST', url: 'https://mdm.example/' };
const har = (...entries: readonly object[]): string => JSON.stringify({ log: { entries } });

function read(entry: object): Exchange {
  const [exchange] = readHar(har({ startedDateTime: start, request, response: { status: 200 }, ...entry })).exchanges;
  if (!exchange) throw new Error('the entry is lost');
  return exchange;
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

describe('a recording of another tool', () => {
  test('needs no more than a method, a URL, a status and an instant', () => {
    expect(read({})).toEqual({
      index: 0,
      startedAt: start,
      durationMs: 0,
      request: { ...request, headers: [], body: new Uint8Array() },
      answer: {
        kind: 'answered',
        response: { status: 200, statusText: '', httpVersion: '', headers: [], body: new Uint8Array() },
      },
      secrets: [],
    });
  });

  test('may name the connection, which is kept', () => {
    expect(read({ connection: 'ClientPort:59274' }).connection).toBe('ClientPort:59274');
    const { exchanges } = readHar(
      har({ startedDateTime: start, request, response: { status: 200 }, connection: '12' }),
    );
    expect(readHar(serialiseHar(writeHar({ exchanges }))).exchanges[0]).toMatchObject({ connection: '12' });
    expect(read({ connection: null })).not.toHaveProperty('connection');
  });

  test('may begin with a byte order mark, hold nulls, or have been parsed before', () => {
    const entry = {
      startedDateTime: start,
      request: { ...request, headers: null, postData: null },
      response: { status: 200, content: null },
      time: null,
      comment: null,
    };
    expect(readHar(`\uFEFF${har(entry)}`)).toEqual(readHar(JSON.parse(har(entry))));
  });

  test('may take its instant from the Date of the answer', () => {
    const headers = [{ name: 'date', value: 'Thu, 15 Jan 2026 09:30:00 GMT' }];
    expect(read({ startedDateTime: null, response: { status: 200, headers } }).startedAt).toBe(
      '2026-01-15T09:30:00.000Z',
    );
  });

  test('may hold bodies in base64 and forms as parameters', () => {
    const params = [{ name: 'a', value: 'ä b' }, { name: 'c' }];
    const exchange = read({
      request: { ...request, postData: { params } },
      response: { status: 200, content: { size: 2, text: 'aGk=', encoding: 'base64' } },
    });
    expect(textOf(exchange.request.body)).toBe('a=%C3%A4+b&c=');
    expect(textOf(exchange.answer.response?.body)).toBe('hi');
  });

  test('has its pseudo-headers of HTTP/2 read as what they mean', () => {
    const headers = [
      { name: ':authority', value: 'mdm.example' },
      { name: ':method', value: 'POST' },
      { name: 'accept', value: '*/*' },
    ];
    expect(read({ request: { ...request, headers } }).request.headers).toEqual([
      ['Host', 'mdm.example'],
      ['accept', '*/*'],
    ]);
  });

  test.each([
    ['curl: (52) Empty reply from server', 'closed'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CERT_DATE_INVALID', 'tls'],
    ['Connection reset by peer', 'reset'],
    ['Operation timed out', 'timeout'],
    ['something else', 'other'],
  ])('without a status broke: %s', (error, reason) => {
    expect(read({ response: { status: 0, _error: error } }).answer).toEqual({ kind: 'broken', reason, message: error });
    expect(read({ _error: error, response: { status: -1 } }).answer).toMatchObject({ reason });
  });

  test('that left out a body is no evidence of an empty one', () => {
    expect(read({ response: { status: 200, content: { size: 1234 } } }).answer).toMatchObject({
      kind: 'broken',
      reason: 'unrecorded',
      message: 'The recording lacks the body of this answer (1234 bytes).',
      response: { status: 200 },
    });
    expect(read({ response: { status: 302, content: { size: 0 } } }).answer.kind).toBe('answered');
    const headers = [{ name: 'content-length', value: '1234' }];
    for (const content of [{ size: 0, text: '' }, { size: -1 }, undefined]) {
      expect(read({ response: { status: 200, headers, content } }).answer).toMatchObject({
        reason: 'unrecorded',
        message: 'The recording lacks the body of this answer (1234 bytes).',
      });
    }
    expect(read({ request: { ...request, method: 'HEAD' }, response: { status: 200, headers } }).answer.kind).toBe(
      'answered',
    );
  });

  test('tells of its framing where its sizes agree', () => {
    const headers = [{ name: 'Content-Length', value: '9' }];
    const plain = { status: 200, httpVersion: 'HTTP/1.1', headers, bodySize: 2, content: { size: 2, text: 'hi' } };
    expect(read({ response: plain }).answer.response?.framing).toEqual({ contentLengths: ['9'], bodyBytes: 2 });
    const others = [
      { ...plain, httpVersion: 'h2' },
      { ...plain, bodySize: 7 },
      { ...plain, headers: [...headers, { name: 'content-encoding', value: 'gzip' }] },
      { status: 200, httpVersion: 'HTTP/1.1', content: { text: 'hi' } },
    ];
    for (const response of others) expect(read({ response }).answer.response?.framing).toBeUndefined();
  });

  test('is redacted when it is read', () => {
    const headers = [{ name: 'Authorization', value: 'Bearer abc' }];
    expect(read({ request: { ...request, headers } })).toMatchObject({
      request: { headers: [['Authorization', 'Bearer redacted-token-1']] },
      secrets: [{ placeholder: 'redacted-token-1', length: 3 }],
    });
  });
});

describe('what is no session', () => {
  const entry = { startedDateTime: start, request, response: { status: 200 } };
  const cases: readonly (readonly [unknown, string])[] = [
    ['', 'the file is empty; expected a HAR (JSON)'],
    ['<xml/>', 'this is not JSON'],
    ['[]', 'this is not a HAR: the document must be an object; it is an array'],
    ['null', 'this is not a HAR: the document must be an object; it is null'],
    ['{}', 'this is not a HAR: log is missing'],
    ['{"log": {}}', 'this is not a HAR: log.entries is missing'],
    ['{"log": {"entries": {}}}', 'this is not a HAR: log.entries must be an array; it is an object'],
    ['{"log": {"entries": [7]}}', 'entry 0 must be an object'],
    [har(entry, { ...entry, request: { url: 'https://a.example' } }), 'entry 1: request.method is missing'],
    [har(entry, { ...entry, request: { method: 'GET' } }), 'entry 1: request.url is missing'],
    [har({ ...entry, request: { method: 'GET', url: '/relative' } }), 'entry 0: request.url must be an absolute URL'],
    [har({ ...entry, response: {} }), 'entry 0: response.status is missing'],
    ...[1e300, -2, 99.5, 99, 1000].map((status): [unknown, string] => [
      har({ ...entry, response: { status } }),
      `entry 0: response.status must be an integer from 100 to 999, or 0 where no answer came; it is ${status}`,
    ]),
    [
      har(...Array.from({ length: 20_001 }, () => entry)),
      'the recording has 20,001 entries; at most 20,000 are judged: keep only the exchanges of the enrollment',
    ],
    [
      har({ ...entry, request: { ...request, postData: { text: '<a b="">'.repeat(200_001) } } }),
      'the requests of the recording have 400,002 tags and attributes; at most 400,000 are read',
    ],
    [har({ ...entry, response: { status: '200' } }), 'entry 0: response.status must be an integer; it is a string'],
    [har({ ...entry, response: undefined }), 'entry 0: response is missing'],
    [
      har({ ...entry, request: { ...request, headers: [{ name: 'a', value: 1 }] } }),
      'entry 0: request.headers[0].value must be a string; it is a number',
    ],
    [har({ ...entry, startedDateTime: 'yesterday' }), 'entry 0: startedDateTime must be an ISO 8601 time'],
    [
      har({ ...entry, _mde: { facts: { secrets: [] }, wire: { reason: 'bad' } } }),
      'entry 0: _mde.wire.reason must be one of ["dns"',
    ],
    [JSON.stringify({ log: { entries: [], _mde: {} } }), 'log._mde.target is missing'],
  ];
  for (const [input, message] of cases) {
    test(`is refused: ${message}`, () => {
      expect(() => readHar(input)).toThrow(UnreadableSession);
      expect(() => readHar(input)).toThrow(message);
    });
  }

  test('has the place of its fault named where that is known, and is never quoted', () => {
    const text = '{"log": {"password": "hunter22",\n oops';
    expect(() => readHar(text)).toThrow(/^this is not JSON(: line 2, column \d+)?$/);
  });
});
