import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { parseName } from '../../protocol/pki/read/parse-name.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { Answer, Connection, Header, HttpRequest } from '../exchange/exchange.ts';
import { createKeptConnections } from './kept-connections.ts';
import { createLiveTransport, type LiveTransportOptions } from './live-transport.ts';
import { VersionUnavailable } from './secure-contexts.ts';
import { startRawServer, type RawServer } from '../testing/raw-server.ts';
import { UnprotectedRefused } from '../exchange/unprotected-refused.ts';
import { exchangeOverWire } from './wire-exchange.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('tls'), keys: poolAuthorityKeys() });
const good = authority.serverIdentity({ hosts: ['localhost', '127.0.0.1'] });
const reply = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

type Identity = typeof good;

function deviceCertificate(change: CertificateChange): { readonly key: string; readonly pem: string } {
  const { privateKey, spki } = poolKey(0);
  const { pem } = authority.issue(spki, { subject: parseName('CN=device').rdns }, change);
  return { key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), pem };
}

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

  test('an untrusted server is gone on with when TLS is only reported', async () => {
    await using server = await start(good);
    const answer = await send(server.url, { tlsReportOnly: true });
    expect(answer).toMatchObject({ kind: 'answered', response: { tls: { authorized: false } } });
    expect(server.received()).toMatch(/^GET \/ HTTP/);
  });

  test('a leaf-only server is not completed from the trust store', async () => {
    const identity = authority.serverIdentity({ hosts: ['127.0.0.1'], defect: 'leaf-only' });
    await using server = await start(identity);
    const answer = await send(server.url, { ca: [good.chainPem + good.caPem] });
    expect(answer.response?.tls).toMatchObject({ authorized: true, peerChain: { length: 1 } });
    expect(subjects(answer.response?.tls?.unsent)).toEqual(['CN=Reference TLS CA']);
    await using whole = await start(good);
    const other = await send(whole.url, { ca: [good.chainPem + good.caPem] });
    expect(other.response?.tls).toMatchObject({ authorized: true, peerChain: { length: 2 } });
    expect(other.response?.tls).not.toHaveProperty('unsent');
  });

  test('a server of TLS 1.1 is refused, also where TLS is only reported: what follows may be a password', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await using server = await start(good, { tls: old });
    for (const tlsReportOnly of [false, true]) {
      expect(await send(server.url, { ca: [good.caPem], tlsReportOnly })).toMatchObject({
        kind: 'broken',
        reason: 'tls',
        tlsBreak: { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' },
      });
    }
    expect(server.received()).toBe('');
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

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s carries a bare GET and nothing else', async (tlsVersion) => {
    const any = { minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await using server = await start(good, { tls: any });
    const bare = { method: 'GET', url: server.url, headers: [], body: new Uint8Array(), connection: { tlsVersion } };
    const telling: readonly HttpRequest[] = [
      { ...bare, method: 'POST', body: Buffer.from('<a/>') },
      { ...bare, method: 'POST' },
      { ...bare, headers: [['authorization', 'Basic dTpw']] },
      { ...bare, headers: [['Cookie', 'a=b']] },
      { ...bare, url: `${server.url}?login_hint=user` },
      { ...bare, url: server.url.replace('//', '//user:pw@') },
      { ...bare, connection: { tlsVersion, clientCertificate: { certificate: good.chainPem } } },
    ];
    const transport = createLiveTransport({ ca: [good.caPem] });
    for (const request of telling) await expect(transport(request)).rejects.toThrow(UnprotectedRefused);
    expect(server.received()).toBe('');
    expect(await transport(bare)).toMatchObject({ kind: 'answered' });
  });

  test('a version that OpenSSL was not built for, or may not offer, is our own lack', async () => {
    await using server = await start(good);
    const request = { method: 'GET', url: server.url, headers: [], body: new Uint8Array() };
    const kept = createKeptConnections();
    const settings = { timeoutMs: 3000, maxBodyBytes: 1000, tlsReportOnly: false, kept };
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1' } as const;
    const forbidden = () => tls.createSecureContext({ ...old, ciphers: 'DEFAULT@SECLEVEL=3' });
    const withoutCiphers = () => tls.createSecureContext({ ...old, ciphers: 'AES128-GCM-SHA256@SECLEVEL=0' });
    const unknown = () => {
      throw new VersionUnavailable('no such version');
    };
    for (const secureContext of [forbidden, withoutCiphers, unknown]) {
      const answer = await exchangeOverWire(request, { ...settings, secureContext });
      expect(answer).toMatchObject({ kind: 'broken', reason: 'unoffered' });
      expect(answer).not.toHaveProperty('tlsBreak');
    }
    expect(server.received()).toBe('');
  });

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

  test.each(['sha1', 'md5'] as const)('a client certificate that is signed with %s is shown as well', async (hash) => {
    const { key, pem } = deviceCertificate({ hash });
    await using server = await start(good, { tls: { ca: good.caPem, requestCert: true, rejectUnauthorized: false } });
    const clientCertificate = { certificate: pem, privateKey: key };
    expect(await send(server.url, { ca: [good.caPem] }, { clientCertificate })).toMatchObject({ kind: 'answered' });
    expect(server.clientCertificates()).toEqual(['CN=device']);
  });

  test('a client certificate that no level of security admits is not sent, and the answer says so', async () => {
    await using server = await start(good);
    const clientCertificate = { certificate: 'garbage', privateKey: deviceCertificate({}).key };
    expect(await send(server.url, { ca: [good.caPem] }, { clientCertificate })).toMatchObject({
      kind: 'broken',
      reason: 'unsupported',
      message: expect.stringMatching(/^The TLS library of this machine cannot load the client certificate/) as string,
    });
    expect(server.received()).toBe('');
  });

  test('a server that demands a client certificate ends the exchange of a client without', async () => {
    const demand = { ca: good.caPem, requestCert: true, rejectUnauthorized: true };
    for (const [protocol, code] of [
      ['TLSv1.3', expect.stringMatching(/_ALERT_CERTIFICATE_REQUIRED$/) as string],
      ['TLSv1.2', expect.stringMatching(/_ALERT_HANDSHAKE_FAILURE$/) as string],
    ] as const) {
      await using server = await start(good, { tls: { ...demand, maxVersion: protocol } });
      const answer = await send(server.url, { ca: [good.caPem] });
      expect(answer).toMatchObject({ kind: 'broken', reason: 'tls', tlsBreak: { code, protocol } });
      expect(server.received()).toBe('');
    }
  });
});
