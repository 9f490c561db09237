import { describe, expect, test } from 'vitest';
import { startRawServer } from '../../wire/testing/raw-server.ts';
import { answer, expectDecent, runAt, timeout, tls } from './testing/run-at.ts';

describe('a target that is no enrollment service ends with 4 after the first messages', { timeout }, () => {
  const json = '{"error":"not found"}';
  test.each([
    [
      'a web page to everything',
      answer('200 OK', 'text/html', '<html><title>Console</title><br></html>'),
      /an HTML page, title "Console"$/,
    ],
    [
      'a page of few tags to everything',
      answer('200 OK', 'text/html', '<title>Console</title>'),
      /an HTML page, title "Console"$/,
    ],
    [
      '404 to everything, as JSON',
      answer('404 Not Found', 'application/json', json),
      /HTTP 404 with JSON .*: {"error":"not found"}$/,
    ],
    [
      '404 to everything, as a page',
      answer('404 Not Found', 'text/html', '<html><br></html>'),
      /HTTP 404 with an HTML page/,
    ],
    ['404 to everything, without a body', answer('404 Not Found', 'text/plain', ''), /HTTP 404 with an empty body$/],
    [
      'a redirect of everything to a sign-in',
      'HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/login\r\nContent-Length: 0\r\n\r\n',
      /the probe \(exchange 0, HTTP 302\) with a redirect to https:\/\/127\.0\.0\.1:1\/login, which did not answer/,
    ],
  ])('%s', async (_, reply, came) => {
    const run = await runAt(reply);
    expect([run.code, run.results.verdict]).toEqual([4, 'incomplete']);
    expect(run.results.because).toMatch(
      /^no enrollment service at this address: https:\/\/127\.0\.0\.1:\d+\/\S* answered /,
    );
    expect(run.results.because).toMatch(came);
    expect(run.received.split('/IDiscoveryService/Discover<').length).toBeLessThan(3);
    expect(run.received).not.toContain('correct horse');
    expectDecent(run);
  });
});

test('a redirect of the probe to a web server without an enrollment service ends so too', { timeout }, async () => {
  await using elsewhere = await startRawServer(answer('404 Not Found', 'text/html', '<html><br></html>'), { tls });
  const address = `https://127.0.0.1:${elsewhere.port}/EnrollmentServer/Discovery.svc`;
  const run = await runAt(
    `HTTP/1.1 301 Moved\r\nLocation: ${address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  expect([run.code, run.results.verdict]).toEqual([4, 'incomplete']);
  expect(run.results.because).toMatch(/^no enrollment service at this address: .* answered .*HTTP 404/);
  expect(elsewhere.received()).not.toContain('correct horse');
  expectDecent(run);
});

test.each(['502 Bad Gateway', '504 Gateway Timeout'])(
  '%s to everything is no answer of the server: incomplete',
  { timeout },
  async (status) => {
    const run = await runAt(answer(status, 'text/html', '<h1>nginx</h1>'));
    expect([run.code, run.results.verdict]).toEqual([3, 'incomplete']);
    expect(run.results.because).toMatch(
      /^the server behind a gateway gives no answer: the gateway answered HTTP 50[24] to every request; run again when it is back$/,
    );
    expectDecent(run);
  },
);

test('503 to everything is a state of the server: the run is incomplete', { timeout }, async () => {
  const run = await runAt('HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  expect([run.code, run.results.verdict]).toEqual([3, 'incomplete']);
  expect(run.results.because).toMatch(
    /^the server is not available: it answered HTTP 503 to every request; .*Retry-After: 120$/,
  );
  expectDecent(run);
});
