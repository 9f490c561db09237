import { describe, expect, test } from 'vitest';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { startRawServer } from '../../wire/testing/raw-server.ts';
import type { RawServerOptions } from '../../wire/testing/raw-server.ts';
import { fewScenarios } from './testing/few-scenarios.ts';
import { call } from './testing/io.ts';
import { answer, expectDecent, failed, identity, password, runAt, runIn, timeout, tls } from './testing/run-at.ts';
import { createWorkspace } from './testing/workspace.ts';

describe('a target that was never reached ends with 4 and says so first', { timeout }, () => {
  test('nobody listens', async () => {
    await using workspace = await createWorkspace();
    const closed = await startRawServer('');
    await closed[Symbol.asyncDispose]();
    const run = await runIn(workspace, `https://127.0.0.1:${closed.port}/`, []);
    expect(run.code).toBe(4);
    expect(run.out).toMatch(
      /^\? Incomplete .*\n {2}the target did not answer: 127\.0\.0\.1:\d+ refused the connection\n/,
    );
    expect(run.out).not.toContain('Could not be judged');
    expectDecent(run);
  });

  test.each([
    ['closes every connection without an answer', '', { tls }, /closed the connection before its answer was complete/],
    ['resets during the TLS handshake', '', { end: 'reset' }, /during the TLS handshake/],
    ['does not speak TLS', 'HTTP/1.1 400 Bad Request\r\n\r\n', {}, /does not speak TLS/],
    ['does not speak HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', { tls }, /./],
  ] as const)('a server that %s', async (_, reply, server, because) => {
    const run = await runAt(reply, server);
    expect(run.code).toBe(4);
    expect(run.results.verdict).toBe('incomplete');
    expect(run.results.because).toMatch(/^the target did not answer: /);
    expect(run.results.because).toMatch(because);
    expect(run.received).not.toContain(password);
    expectDecent(run);
  });

  test('a server that never answers, within the time that one exchange may take', async () => {
    const run = await runAt('', { tls, end: 'never' }, ['--timeout', '1']);
    expect(run.code).toBe(4);
    expect(run.results.because).toMatch(/^the target did not answer: .* did not complete its answer within 1000 ms$/);
    expectDecent(run);
  });

  test('TLS that is not trusted: nothing is sent, and the message names --ca', async () => {
    await using workspace = await createWorkspace();
    await using target = await startRawServer(answer('200 OK', 'text/html', '<html/>'), { tls });
    const run = await runIn(workspace, `https://127.0.0.1:${target.port}/`, []);
    expect(run.code).toBe(4);
    expect(target.received()).toBe('');
    expect(run.results.because).toMatch(/does not validate.*this tool sent nothing.*--ca.*--tls-report-only/);
    expect(run.out.replace(/\s+/g, ' ')).toMatch(/Incomplete .* name its PEM file with --ca/);
    expect(failed(run)).toContain('transport/tls-certificate');
    expectDecent(run);
  });
});

test('with --tls-report-only TLS that is not trusted is a finding, and the run goes on', { timeout }, async () => {
  const run = await runAt(answer('200 OK', 'text/html', ''), { tls }, ['--tls-report-only'], fewScenarios);
  expect(run.code).toBe(1);
  expect(run.received).toContain('/IDiscoveryService/Discover<');
  expect(failed(run)).toContain('transport/tls-certificate');
  expectDecent(run);
});

describe('credentials that are refused end with 4 and a message that names them', { timeout }, () => {
  test('a wrong password', async () => {
    await using workspace = await createWorkspace();
    await using server = await startReferenceServer({ keys: 'pool' });
    const ca = await workspace.write('ca.pem', server.caPem);
    const run = await runIn(workspace, server.url, ['--ca', ca, '--email', server.user.email]);
    expect(run.code).toBe(4);
    expect(run.results.verdict).toBe('incomplete');
    expect(run.results.because).toMatch(
      /^the target refused the credentials: .*Authentication.*e-mail address and the password; /,
    );
    expect(run.out).toMatch(/^\? Incomplete .*\n {2}the target refused the credentials/);
    expect(run.out).not.toContain('breaks conformance');
    expectDecent(run);
  });

  test.each(['401 Unauthorized', '403 Forbidden'])('%s to everything', async (status) => {
    const run = await runAt(answer(status, 'text/plain', ''));
    expect(run.code).toBe(4);
    expect(run.results.because).toMatch(
      /^the target refused every request with HTTP 40[13], even those that need no credentials$/,
    );
    expectDecent(run);
  });
});

const soap = 'HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n';

/** One that answers, one that breaks off, one that leads away: at these every scenario is driven. */
const wholePlanAt: readonly string[] = ['JSON with status 500', 'a body that is cut off', 'a redirect to nowhere'];

describe('a server that answers badly ends with 1', { timeout }, () => {
  test.each([
    ['JSON with status 500', answer('500 Internal Server Error', 'application/json', '{"error":"boom"}'), { tls }],
    ['an empty body', answer('200 OK', 'application/soap+xml', ''), { tls }],
    ['two Content-Length fields', `${soap}Content-Length: 4\r\nContent-Length: 7\r\n\r\n<a/>`, { tls }],
    [
      'a length and a chunked coding',
      `${soap}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n`,
      { tls },
    ],
    ['chunks that are none', `${soap}Transfer-Encoding: chunked\r\n\r\nzz\r\n<a/>`, { tls }],
    ['a body that is cut off', `${soap}Content-Length: 500\r\n\r\n<a/>`, { tls }],
    ['a head without end', 'HTTP/1.1 200 OK\r\n', { tls, end: 'endless', piece: 'X-Padding: x\r\n'.repeat(1000) }],
    ['a redirect to itself', 'HTTP/1.1 302 Found\r\nLocation: ?\r\nContent-Length: 0\r\n\r\n', { tls }],
    [
      'a redirect to plain HTTP',
      'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n',
      { tls },
    ],
    ['a redirect to nowhere', 'HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n', { tls }],
  ] satisfies (readonly [string, string, RawServerOptions])[])('with %s', async (name, reply, server) => {
    const run = await runAt(reply, server, [], wholePlanAt.includes(name) ? undefined : fewScenarios);
    expect(run.code).toBe(1);
    expect(run.results.verdict).toBe('nonconformant');
    expect(failed(run)).toContain('discovery/answer');
    expect(run.out).toMatch(/\n✕ Exchange \d+.*: the discovery service \w/);
    expect(run.received).not.toContain('correct horse');
    expectDecent(run);
  });

  test.each([
    ['announced', `${soap}Content-Length: 104857600\r\n\r\n`],
    ['without end', `${soap}\r\n`],
    ['in chunks', `${soap}Transfer-Encoding: chunked\r\n\r\n10000000\r\n`],
  ])('with a body of 100 MB, %s, of which little is read and less is kept', async (_, head) => {
    await using workspace = await createWorkspace();
    await using target = await startRawServer(head, { tls, end: 'endless', piece: 'a'.repeat(64 * 1024) });
    const ca = await workspace.write('ca.pem', identity.caPem);
    const run = await runIn(workspace, `https://127.0.0.1:${target.port}/`, ['--ca', ca], fewScenarios);
    expect(run.code).toBe(1);
    expect(run.out.replace(/\s+/g, ' ')).toContain('larger than 4194304 bytes');
    const har = await workspace.read('out/session.har');
    const { entries } = (JSON.parse(har) as { log: { entries: unknown[] } }).log;
    expect(har.length).toBeLessThan(entries.length * 128 * 1024);
    expectDecent(run);
  });

  test('a probe that redirects without end is followed five times', async () => {
    const reply = 'HTTP/1.1 302 Found\r\nLocation: ?\r\nContent-Length: 0\r\n\r\n';
    const run = await runAt(reply, { tls }, [], fewScenarios);
    const firstPost = run.received.indexOf('POST ');
    expect(run.received.slice(0, firstPost < 0 ? undefined : firstPost).match(/^GET /gm)).toHaveLength(6);
  });
});

test('plain HTTP beyond loopback is refused before anything is sent', { timeout }, async () => {
  await using workspace = await createWorkspace();
  const args = ['run', 'http://192.0.2.1/', '--email', 'user@contoso.example', '--out', workspace.at('out')];
  const { code, out, err } = await call(args, { MDE_PASSWORD: password });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe('mde-conformance: "http://192.0.2.1/": only https: is allowed, and http: on loopback\n');
});

test('--json prints the results document alone, for a target that nothing came of too', { timeout }, async () => {
  const run = await runAt('', { tls }, ['--json']);
  expect(JSON.parse(run.out)).toEqual(run.results);
  expect(run.err).toBe('');
});
