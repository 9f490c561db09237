import { describe, expect, test } from 'vitest';
import { slow } from '../../../engine/rule/departures.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import { examine, examineRaw, examineReference } from '../testing/examine.ts';
import { answer, password, timeout, tls } from '../testing/run-at.ts';
import { createWorkspace } from '../testing/workspace.ts';

const soap = (status: string, body: string, more = ''): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/soap+xml\r\n${more}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
const discovered = (fields: string): string =>
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>' +
  '<DiscoverResponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"><DiscoverResult>' +
  `${fields}</DiscoverResult></DiscoverResponse></s:Body></s:Envelope>`;

describe('what answers', { timeout }, () => {
  test('429 is a rate limit, and the only red step', async () => {
    const found = await examineRaw(answer('429 Too Many Requests\r\nRetry-After: 30', 'text/plain', ''));
    expect([found.code, found.blames]).toEqual([1, ['rate-limit target']]);
    expect(found.steps['rate-limit']?.problems[0]?.what).toMatch(/^HTTP 429 to .* asks to wait 30 s$/);
    expect(found.received).not.toContain(password);
  });

  test('401 to everything is of the credentials', async () => {
    const found = await examineRaw(answer('401 Unauthorized', 'text/plain', ''));
    expect([found.code, found.blames]).toEqual([4, ['discovery auth']]);
    expect(found.received).not.toContain(password);
  });

  test('a web page in place of SOAP is no enrollment service', async () => {
    const found = await examineRaw(answer('200 OK', 'text/html', '<html><title>Console</title></html>'));
    expect([found.code, found.blames]).toEqual([4, ['discovery target']]);
    expect(found.steps['discovery']?.problems[0]?.what).toMatch(
      /no enrollment service .* an HTML page, title "Console"$/,
    );
    expect(found.steps['credentials']?.says).toBe('discovery named no service');
  });

  test('a redirect without end', async () => {
    const found = await examineRaw(
      'HTTP/1.1 302 Found\r\nLocation: ?\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
    expect([found.code, found.blames]).toEqual([1, ['discovery target']]);
    expect(found.received.match(/^GET /gm)).toHaveLength(7);
  });

  test('a clock that is a day off', async () => {
    const date = new Date(Date.now() - 24 * 60 * 60 * 1000).toUTCString();
    const found = await examineRaw(soap('200 OK', discovered(''), `Date: ${date}\r\n`));
    expect(found.blames).toContain('clock target');
    expect(found.steps['clock']?.problems[0]?.what).toMatch(
      /^the clock of the target is 24 hours behind that of this machine/,
    );
  });

  test('Discover without a way in', async () => {
    const found = await examineRaw(
      soap('200 OK', discovered('<EnrollmentServiceUrl>https://a.example</EnrollmentServiceUrl>')),
    );
    expect([found.code, found.blames]).toEqual([1, ['discovery target']]);
    expect(found.steps['discovery']?.problems[0]?.what).toMatch(/names no AuthPolicy/);
  });

  test('one that never answers, and a slow one', async () => {
    const silent = await examineRaw('', { tls, end: 'never' }, ['--timeout', '1']);
    expect(silent.code).toBe(4);
    expect(silent.blames).toContain('time-outs target');
    const found = await examineReference([slow('get-policies', 1.2)], {
      args: ['--timeout', '2'],
    });
    expect([found.code, found.blames]).toEqual([1, ['time-outs target']]);
  });
});

describe('credentials', { timeout }, () => {
  test('that are wrong are tried once', async () => {
    await using workspace = await createWorkspace();
    const seen: string[] = [];
    await using server = await startReferenceServer({
      keys: 'pool',
      onReply: (request) => void seen.push(new TextDecoder().decode(request.body)),
    });
    const ca = await workspace.write('ca.pem', server.caPem);
    const found = await examine([server.url, '--email', server.user.email, '--ca', ca]);
    expect([found.code, found.blames]).toEqual([4, ['credentials auth']]);
    expect(seen.filter((body) => body.includes(':Password'))).toHaveLength(1);
    expect(seen.filter((body) => body.includes('RequestSecurityToken>'))).toEqual([]);
  });

  test('of another way than that of the server', async () => {
    await using workspace = await createWorkspace();
    await using server = await startReferenceServer({ keys: 'pool', auth: ['federated'] });
    const ca = await workspace.write('ca.pem', server.caPem);
    const found = await examine([server.url, '--email', server.user.email, '--ca', ca]);
    expect([found.code, found.blames]).toEqual([2, ['credentials config']]);
    expect(found.steps['credentials']?.problems[0]).toMatchObject({
      what: 'the way in is federated, and the target gives no means for it',
      remedy: 'add "signIn" to the target file',
    });
  });
});

test('a secret that the server echoes is not printed', { timeout }, async () => {
  const escaped = password.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
  const found = await examineRaw(answer('200 OK', 'text/html', `<html><title>${escaped}</title></html>`));
  expect(found.steps['discovery']?.problems[0]?.what).toMatch(/an HTML page, title "redacted-password-1"$/);
  expect(found.out).not.toContain('correct horse');
});
