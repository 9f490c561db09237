import { describe, expect, test } from 'vitest';
import type { Broken, Exchange, HttpResponse, Session, SessionMeta, TlsFacts } from '../exchange/exchange.ts';
import { harPieces, readHar, readRedactedHar, serialiseHar, storedExchanges, writeHar } from './har.ts';
import { exchangeWith } from '../testing/exchange.ts';

const tls: TlsFacts = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  authorized: false,
  error: 'CERT_HAS_EXPIRED',
  peerChain: ['-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'],
};

const meta: SessionMeta = {
  target: 'https://mdm.example/Discovery.svc',
  profile: 'windows-10',
  startedAt: '2026-01-15T09:30:00.000Z',
  durationMs: 12.5,
  runId: 'c0ffee',
  capabilities: ['renew'],
  deviceTrust: ['PEM'],
  scenarios: ['enroll'],
  filters: [],
  effects: ['read'],
  seed: '1',
};

const bodies: Readonly<Record<string, Uint8Array>> = {
  'no bytes': new Uint8Array(),
  text: Buffer.from('<a>ä€😀\r\n\u0000</a>'),
  'text with a byte order mark': Buffer.from('\uFEFF<a/>'),
  'text in latin1': Buffer.from('<a>ä</a>', 'latin1'),
  'text in UTF-16': Buffer.from('<a/>', 'utf16le'),
  'any bytes': Uint8Array.from({ length: 256 }, (_, index) => index),
};

function response(body: Uint8Array): HttpResponse {
  return {
    status: 500,
    statusText: 'Sörry',
    httpVersion: 'HTTP/1.0',
    headers: [
      ['x-B', '1'],
      ['X-a', 'ÿ'],
      ['x-B', ''],
    ],
    body: new Uint8Array(body),
    framing: { contentLengths: ['1', '2'], transferEncoding: 'chunked', bodyBytes: 99 },
    tls,
  };
}

function labelled(exchange: Exchange): Exchange {
  const label = {
    scenario: 'enroll',
    name: 'discover',
    flow: 'f1',
    step: 1,
    control: true,
    variant: 'v',
    deviations: ['d'],
  };
  return { ...exchange, label, comment: 'a comment' };
}

const stored = (session: Session): Session => readHar(serialiseHar(writeHar(session)));

describe('a session that is written and read again', () => {
  test('keeps the rate of its run, and the mark of what the server wanted later', () => {
    const label = { scenario: 'enroll', name: 'discover', flow: 'f1', step: 1, throttled: true } as const;
    const session = { meta: { ...meta, rate: 60 }, exchanges: [{ ...exchangeWith({}), label }] };
    expect(stored(session)).toEqual(session);
  });

  for (const [name, body] of Object.entries(bodies)) {
    test(`keeps everything, with ${name} in its bodies`, () => {
      const plain = exchangeWith({
        request: new Uint8Array(body),
        requestHeaders: [
          ['Host', 'mdm.example'],
          ['HOST', '2'],
        ],
      });
      const exchange = labelled({ ...plain, answer: { kind: 'answered', response: response(body) } });
      expect(stored({ meta, exchanges: [exchange] })).toEqual({ meta, exchanges: [exchange] });
    });
  }

  test('keeps how an exchange broke and what had arrived until then', () => {
    const message = 'mdm.example closed the connection before its answer was complete.';
    const exchange: Exchange = {
      ...exchangeWith({}),
      answer: { kind: 'broken', reason: 'closed', message, tls, response: response(Buffer.from('<a')) },
    };
    const refused: Exchange = {
      ...exchangeWith({}),
      index: 1,
      answer: { kind: 'broken', reason: 'refused', message: 'mdm.example refused the connection.' },
    };
    expect(stored({ exchanges: [exchange, refused] })).toEqual({ exchanges: [exchange, refused] });
  });

  test('keeps which intermediates were not sent', () => {
    const unsent = ['-----BEGIN CERTIFICATE-----'];
    const whole = response(Buffer.from('<a/>'));
    const exchange: Exchange = labelled({
      ...exchangeWith({}),
      answer: { kind: 'answered', response: { ...whole, tls: { ...tls, unsent } } },
    });
    expect(stored({ meta, exchanges: [exchange] })).toEqual({ meta, exchanges: [exchange] });
  });

  test.each<Omit<Broken, 'kind'>>([
    { reason: 'tls', message: 'No TLSv1.', tlsBreak: { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' } },
    {
      reason: 'tls',
      message: 'An alert.',
      tlsBreak: { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', protocol: 'TLSv1.2' },
    },
    { reason: 'tls', message: 'It ended the connection.', tlsBreak: {} },
    { reason: 'unoffered', message: 'This machine lacks it.' },
  ])('keeps how TLS broke: $message', (broken) => {
    const exchange: Exchange = labelled({ ...exchangeWith({}), answer: { kind: 'broken', ...broken } });
    expect(stored({ meta, exchanges: [exchange] })).toEqual({ meta, exchanges: [exchange] });
  });

  test('keeps what was particular about a connection, but for the key of the client', () => {
    const plain = exchangeWith({});
    const connection = {
      httpVersion: 'HTTP/1.0',
      tlsVersion: 'TLSv1.1',
      clientCertificate: { certificate: 'PEM' },
    } as const;
    const withKey = { ...connection, clientCertificate: { certificate: 'PEM', privateKey: 'SECRET' } };
    const exchanges = [{ ...plain, request: { ...plain.request, connection: withKey } }];
    expect(stored({ exchanges })).toEqual({ exchanges: [{ ...plain, request: { ...plain.request, connection } }] });
    expect(serialiseHar(writeHar({ exchanges }))).not.toContain('SECRET');
  });

  test('has the sizes of before its redaction, and facts about what was redacted', () => {
    const body = Buffer.from('<parm name="AAUTHSECRET" value="abcd"/>');
    const exchange: Exchange = {
      ...exchangeWith({}),
      answer: { kind: 'answered', response: { ...response(body), framing: { contentLengths: ['39'], bodyBytes: 39 } } },
    };
    const [read] = stored({ exchanges: [exchange] }).exchanges;
    expect(read?.answer.response?.framing).toEqual({ contentLengths: ['39'], bodyBytes: 39 });
    expect(read?.secrets).toEqual([{ placeholder: 'redacted-secret-1', length: 4, base64: true, padded: false }]);
  });

  test('gives the same bytes when it is written again', () => {
    const exchanges = [labelled(exchangeWith({ request: '<Password>one</Password>', response: 'ä' }))];
    const once = serialiseHar(writeHar({ meta, exchanges, knownSecrets: ['one'] }));
    expect(serialiseHar(writeHar(readHar(once)))).toBe(once);
  });

  test('is frozen', () => {
    const session = stored({ meta, exchanges: [labelled(exchangeWith({ response: 'x' }))] });
    const [exchange] = session.exchanges;
    for (const part of [
      session,
      session.meta,
      session.exchanges,
      exchange,
      exchange?.label,
      exchange?.answer.response?.headers,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test('is a HAR that others can read', () => {
    const document: unknown = JSON.parse(
      serialiseHar(writeHar({ exchanges: [exchangeWith({ url: 'https://a.example/?x=%31' })] })),
    );
    expect(document).toMatchObject({
      log: {
        version: '1.2',
        creator: { name: 'mde-conformance' },
        entries: [
          {
            startedDateTime: '2026-01-15T09:30:00.000Z',
            request: { queryString: [{ name: 'x', value: '1' }], cookies: [], headersSize: -1 },
            response: { content: { size: 0, mimeType: 'x-unknown', text: '' }, redirectURL: '' },
            timings: { send: 0, wait: 1, receive: 0 },
          },
        ],
      },
    });
  });
});

test.each([0, 1, 3])('a HAR of %i entries is the same text in pieces', (count) => {
  const exchanges = Array.from({ length: count }, () => exchangeWith({ response: '<a>"]}}"\n]\n}\n}\n</a>' }));
  for (const recording of [{ exchanges }, { meta, exchanges }]) {
    const document = writeHar(recording);
    expect(storedExchanges(recording)).toEqual(readRedactedHar(document));
    const pieces = [...harPieces(storedExchanges(recording))];
    expect(pieces.join('')).toBe(serialiseHar(document));
    expect(pieces).toHaveLength(count + 2);
  }
});
