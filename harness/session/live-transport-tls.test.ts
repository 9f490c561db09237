import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../pki/authority.ts';
import { seededBytes } from '../pki/seeded-bytes.ts';
import type { Answer, Connection, Header, HttpRequest } from './exchange.ts';
import { createLiveTransport, type LiveTransportOptions } from './live-transport.ts';
import { startRawServer, type RawServer } from './testing/raw-server.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('tls'), keys: poolAuthorityKeys() });
const good = authority.serverIdentity({ hosts: ['localhost', '127.0.0.1'] });
const reply = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

type Identity = typeof good;

function start(identity: Identity, options: Parameters<typeof startRawServer>[1] = {}): Promise<RawServer> {
  return startRawServer(reply, { ...options, tls: { key: identity.keyPem, cert: identity.chainPem, ...options.tls } });
}

function send(url: string, options: LiveTransportOptions, connection: Connection = {}): Promise<Answer> {
  const headers: Header[] = [['Host', new URL(url).host]];
  const request: HttpRequest = { method: 'GET', url, headers, body: new Uint8Array(), connection };
  return createLiveTransport({ timeoutMs: 3000, ...options })(request);
}

const subjects = (chain: readonly string[] | undefined): string[] =>
  (chain ?? []).map((pem) => new X509Certificate(pem).subject.split('\n').find((part) => part.startsWith('CN=')) ?? '');

describe('over TLS', () => {
  test.each(['127.0.0.1', 'localhost'])(
    'a server that is trusted as %s answers, with the facts of its TLS',
    async (host) => {
      await using server = await start(good);
      const answer = await send(`https://${host}:${server.port}/`, { ca: [good.caPem] });
      expect(answer).toMatchObject({
        kind: 'answered',
        response: {
          status: 200,
          framing: { contentLengths: ['2'], bodyBytes: 2 },
          tls: { protocol: 'TLSv1.3', authorized: true },
        },
      });
      expect(answer.response?.tls).not.toHaveProperty('error');
      expect(subjects(answer.response?.tls?.peerChain)).toEqual(['CN=localhost', 'CN=Reference TLS CA']);
    },
  );

  test.each([
    ['self-signed', /SELF_SIGNED_CERT/],
    ['expired', /CERT_HAS_EXPIRED/],
    ['wrong-name', /ERR_TLS_CERT_ALTNAME_INVALID/],
    ['leaf-only', /UNABLE_TO_(?:GET_ISSUER_CERT_LOCALLY|VERIFY_LEAF_SIGNATURE)/],
  ] as const)('a server whose identity is %s gets not one byte', async (defect, error) => {
    const identity = authority.serverIdentity({ hosts: ['localhost', '127.0.0.1'], defect });
    await using server = await start(identity);
    const answer = await send(server.url, { ca: [identity.caPem] });
    expect(answer).toMatchObject({ kind: 'broken', reason: 'tls', tls: { authorized: false } });
    expect(answer.kind === 'broken' && answer.tls?.error).toMatch(error);
    expect(answer.kind === 'broken' && answer.message).toMatch(/nothing was sent.*--ca.*--tls-report-only/);
    expect(server.received()).toBe('');
  });

  test('an untrusted server is gone on with when TLS is only reported', async () => {
    await using server = await start(good);
    const answer = await send(server.url, { tlsReportOnly: true });
    expect(answer).toMatchObject({ kind: 'answered', response: { tls: { authorized: false } } });
    expect(server.received()).toMatch(/^GET \/ HTTP/);
  });

  test('a leaf-only server is not completed from the trust store', async () => {
    const identity = authority.serverIdentity({ hosts: ['127.0.0.1'], defect: 'leaf-only' });
    await using server = await start(identity);
    const answer = await send(server.url, { ca: [good.chainPem + good.caPem], tlsReportOnly: true });
    expect(answer.response?.tls?.peerChain).toHaveLength(1);
  });

  test('a server of TLS 1.1 is refused, or reported', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await using server = await start(good, { tls: old });
    expect(await send(server.url, { ca: [good.caPem] })).toMatchObject({ kind: 'broken', reason: 'tls' });
    expect(await send(server.url, { ca: [good.caPem], tlsReportOnly: true })).toMatchObject({
      kind: 'answered',
      response: { tls: { protocol: 'TLSv1.1' } },
    });
  });

  test.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)(
    'only %s is offered where asked for',
    async (version) => {
      const any = { minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      await using server = await start(good, { tls: any });
      expect(await send(server.url, { ca: [good.caPem] }, { tlsVersion: version })).toMatchObject({
        kind: 'answered',
        response: { tls: { protocol: version, authorized: true } },
      });
    },
  );

  test('HTTP/1.0 stands in the request line where asked for', async () => {
    await using server = await start(good);
    await send(server.url, { ca: [good.caPem] }, { httpVersion: 'HTTP/1.0' });
    expect(server.received()).toMatch(/^GET \/ HTTP\/1\.0\r\n/);
  });

  test('a server that speaks no TLS is told apart', async () => {
    await using server = await startRawServer('HTTP/1.1 400 Bad\r\n\r\n');
    expect(await send(`https://127.0.0.1:${server.port}/`, {})).toMatchObject({
      kind: 'broken',
      reason: 'tls',
      message: expect.stringMatching(/does not speak TLS/) as string,
    });
  });

  test('a server that ends the handshake is told apart', async () => {
    await using server = await startRawServer('');
    expect(await send(`https://127.0.0.1:${server.port}/`, {})).toMatchObject({ kind: 'broken', reason: 'tls' });
  });

  test('a client certificate is shown to a server that demands one', async () => {
    const clientCertificate = { certificate: good.chainPem, privateKey: good.keyPem };
    await using server = await start(good, { tls: { ca: good.caPem, requestCert: true, rejectUnauthorized: false } });
    expect(await send(server.url, { ca: [good.caPem] }, { clientCertificate })).toMatchObject({ kind: 'answered' });
    expect(server.clientCertificates()).toEqual(['CN=localhost']);
  });

  test('a server that demands a client certificate ends the exchange of a client without', async () => {
    const tls = { ca: good.caPem, requestCert: true, rejectUnauthorized: true };
    await using server = await start(good, { tls });
    expect(await send(server.url, { ca: [good.caPem] })).toMatchObject({ kind: 'broken', reason: 'tls' });
    expect(server.received()).toBe('');
  });
});
