import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { describe, expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { createReferenceServer } from './handler.ts';
import { listen, type Listener } from './listen.ts';
import { texts } from '../testing/answers.ts';
import { discoverRequest, user } from '../testing/requests.ts';

async function listening(...departures: readonly Departure[]): Promise<Listener> {
  let origin = '';
  const server = createReferenceServer({
    origin: () => origin,
    now: () => new Date(),
    seed: 'listen',
    users: [user],
    keys: poolAuthorityKeys(),
    departures,
  });
  const listener = await listen(server);
  ({ origin } = listener);
  return listener;
}

/** Discover as it goes over the wire: Host and Content-Length are the sender's to write. */
function discoverAt({ origin }: Listener): HttpRequest {
  const { body, headers } = discoverRequest();
  const url = `${origin}/EnrollmentServer/Discovery.svc`;
  return {
    method: 'POST',
    url,
    headers: [['Host', new URL(url).host], ...headers, ['Content-Length', String(body.length)]],
    body,
  };
}

const liveAnswer = (listener: Listener, timeoutMs = 5000) =>
  createLiveTransport({ ca: [listener.caPem], timeoutMs })(discoverAt(listener));

test('answers over TLS under the root that it names, with addresses of its own', async () => {
  await using listener = await listening();
  const answer = await liveAnswer(listener);
  if (answer.kind !== 'answered') throw new Error(answer.message);

  expect(answer.response.tls).toMatchObject({ authorized: true });
  expect(answer.response.tls?.peerChain).toHaveLength(2);
  expect(texts(answer.response.body, '//d:EnrollmentServiceUrl')).toEqual([
    `${listener.origin}/EnrollmentServer/Enrollment.svc`,
  ]);
});

test('answers a request of node:https that expects to be told to continue', async () => {
  await using listener = await listening();
  const { url, body } = discoverAt(listener);
  const outgoing = https.request(url, { method: 'POST', ca: listener.caPem, headers: { Expect: '100-continue' } });
  outgoing.flushHeaders();
  await once(outgoing, 'continue');
  outgoing.end(body);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect(incoming.statusCode).toBe(200);
  incoming.resume();
  await once(incoming, 'end');
});

describe('shows on the wire', () => {
  test('a chunked answer', async () => {
    await using listener = await listening({ on: 'discover', framing: 'chunked' });
    expect(await liveAnswer(listener)).toMatchObject({ response: { framing: { transferEncoding: 'chunked' } } });
  });
  test('a body that is longer than announced', async () => {
    await using listener = await listening({ on: 'discover', framing: 'length-short' });
    const { response } = await liveAnswer(listener);
    expect(response?.framing?.bodyBytes).toBe(Number(response?.framing?.contentLengths[0]) + 10);
  });
  test('a body that ends too early', async () => {
    await using listener = await listening({ on: 'discover', framing: 'length-long' });
    expect(await liveAnswer(listener)).toMatchObject({ kind: 'broken', reason: 'closed' });
  });
  test('a status that no library would send', async () => {
    await using listener = await listening({ on: 'discover', status: 999 });
    expect(await liveAnswer(listener)).toMatchObject({ response: { status: 999 } });
  });
  test('a connection that closes without an answer', async () => {
    await using listener = await listening({ on: 'discover', connection: 'close' });
    expect(await liveAnswer(listener)).toMatchObject({ kind: 'broken' });
  });
  test('a connection that stays open without an answer', async () => {
    await using listener = await listening({ on: 'discover', connection: 'delay' });
    expect(await liveAnswer(listener, 200)).toMatchObject({ kind: 'broken', reason: 'timeout' });
  });
  test('an answer that comes later than a client waits', async () => {
    await using listener = await listening({ on: 'discover', delayMs: 60_000 });
    expect(await liveAnswer(listener, 200)).toMatchObject({ kind: 'broken', reason: 'timeout' });
  });
  test('a departure that changes nothing, as a sentence', async () => {
    await using listener = await listening({ on: 'discover', header: 'X-Nothing' });
    const answer = await liveAnswer(listener);
    expect(answer).toMatchObject({ response: { status: 500 } });
    expect(Buffer.from(answer.response?.body ?? []).toString()).toContain('changes nothing');
  });
});

describe('TLS that does not validate', () => {
  const defects: readonly TlsDefect[] = [
    'self-signed',
    'other-root',
    'wrong-purpose',
    'expired',
    'expired-intermediate',
    'not-yet-valid',
    'wrong-name',
    'leaf-only',
    'tls-1.1',
    'demands-client-certificate',
    'demands-client-certificate-in-tls-1.2',
    'no-tls',
  ];
  for (const defect of defects) {
    test(defect, async () => {
      await using listener = await listening({ tls: defect });
      expect((await liveAnswer(listener)).kind).toBe('broken');
    });
  }
});

describe('a client certificate', () => {
  const identity = createAuthority({
    now: () => new Date(),
    random: seededBytes('client'),
    keys: poolAuthorityKeys(),
  }).issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] });
  const clientCertificate = {
    certificate: identity.pem,
    privateKey: poolKey(0).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
  const showing = (listener: Listener) =>
    createLiveTransport({ ca: [listener.caPem], timeoutMs: 5000 })({
      ...discoverAt(listener),
      connection: { clientCertificate },
    });

  test('may be shown, whoever issued it, and may be missing', async () => {
    await using listener = await listening();
    expect(await showing(listener)).toMatchObject({ kind: 'answered', response: { status: 200 } });
    expect(await liveAnswer(listener)).toMatchObject({ kind: 'answered', response: { status: 200 } });
  });

  test('ends the connection of a server that wants none, which answers all others', async () => {
    await using listener = await listening({ tls: 'rejects-client-certificate' });
    expect(await showing(listener)).toMatchObject({ kind: 'broken' });
    expect(await liveAnswer(listener)).toMatchObject({ kind: 'answered', response: { status: 200 } });
  });
});

test('closing ends connections that are still open', async () => {
  const listener = await listening();
  const { port } = new URL(listener.origin);
  const socket = tls.connect({ port: Number(port), host: '127.0.0.1', ca: listener.caPem });
  await once(socket, 'secureConnect');
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  await listener.close();
  await closed;
  await listener.close();
});

test('a port that is taken rejects', async () => {
  await using first = await listening();
  const server = createReferenceServer({
    origin: first.origin,
    now: () => new Date(),
    seed: 'second',
    users: [user],
    keys: poolAuthorityKeys(),
  });
  await expect(listen(server, { port: Number(new URL(first.origin).port) })).rejects.toThrow('EADDRINUSE');
});
