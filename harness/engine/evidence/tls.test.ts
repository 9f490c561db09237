import { describe, expect, test } from 'vitest';
import type { Answer, Broken, Exchange, TlsFacts } from '../../wire/exchange/exchange.ts';
import { exchangeWith } from '../../wire/testing/exchange.ts';
import { chosenVersion, isCertificateDemanded, isVersionDecided, isVersionRefused } from './tls.ts';

const facts: TlsFacts = { protocol: 'TLSv1.2', cipher: 'c', authorized: true, peerChain: [] };
const answered = (tls?: TlsFacts): Exchange => {
  const { answer, ...rest } = exchangeWith({});
  if (answer.kind === 'broken') throw new Error('it is answered');
  return { ...rest, answer: { ...answer, response: { ...answer.response, ...(tls ? { tls } : {}) } } };
};
const broken = (how: Partial<Broken>): Exchange => {
  const answer: Answer = { kind: 'broken', reason: 'tls', message: '', ...how };
  return { ...exchangeWith({}), answer };
};
const withCode = (code: string, protocol?: string): Exchange =>
  broken({ tlsBreak: { code, ...(protocol === undefined ? {} : { protocol }) } });

describe('the version that a server chose', () => {
  test.each([
    ['an answer', answered(facts), 'TLSv1.2'],
    ['an answer whose TLS nobody saw', answered(), undefined],
    ['a certificate that was not trusted', broken({ tls: { ...facts, authorized: false } }), 'TLSv1.2'],
    ['an alert behind its hello', withCode('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'TLSv1.1'), 'TLSv1.1'],
    ['an alert', withCode('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), undefined],
  ])('is known from %s', (_, exchange, version) => {
    expect(chosenVersion(exchange)).toBe(version);
  });
});

describe('all versions that were offered are refused by', () => {
  test.each([
    ['an alert', withCode('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')],
    ['another alert', withCode('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')],
    ['a hello of another version', withCode('ERR_SSL_UNSUPPORTED_PROTOCOL')],
    ['a record of another version', withCode('ERR_SSL_WRONG_VERSION_NUMBER')],
    ['a reset in the handshake', withCode('ECONNRESET')],
    ['an end of the connection in the handshake', broken({})],
  ])('%s', (_, exchange) => {
    expect(isVersionRefused(exchange)).toBe(true);
    expect(isVersionDecided(exchange)).toBe(true);
  });
});

describe('nothing is known of versions from', () => {
  test.each([
    ['a host that was never reached', broken({ reason: 'dns' })],
    ['a port where nobody listens', broken({ reason: 'refused' })],
    ['silence', broken({ reason: 'timeout' })],
    ['a version that this machine lacks', broken({ reason: 'unoffered' })],
    [
      'a signature that OpenSSL would not take from an old version',
      withCode('ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED'),
    ],
    ['a renegotiation that OpenSSL forbids', withCode('ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED')],
  ])('%s', (_, exchange) => {
    expect(isVersionRefused(exchange)).toBe(false);
    expect(isVersionDecided(exchange)).toBe(false);
  });
});

describe('a client certificate', () => {
  test.each([
    ['TLS 1.3 says so', withCode('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'TLSv1.3')],
    ['TLS 1.2 ends behind the certificate of the server', withCode('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'TLSv1.2')],
    ['a newer OpenSSL calls that alert so', withCode('ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'TLSv1.2')],
    ['Java says that none is a bad one', withCode('ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'TLSv1.3')],
  ])('is demanded where %s', (_, exchange) => {
    expect(isCertificateDemanded(exchange)).toBe(true);
    const connection = { clientCertificate: { certificate: 'PEM' } };
    expect(isCertificateDemanded({ ...exchange, request: { ...exchange.request, connection } })).toBe(false);
  });

  test.each([
    ['no cipher is shared', withCode('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')],
    ['the server is broken', withCode('ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'TLSv1.2')],
    ['our own side breaks off', withCode('ERR_SSL_WRONG_SIGNATURE_TYPE', 'TLSv1.2')],
    ['the server is not trusted', broken({ tls: { ...facts, authorized: false } })],
    ['the server answers', answered(facts)],
  ])('is not demanded where %s', (_, exchange) => {
    expect(isCertificateDemanded(exchange)).toBe(false);
  });
});
