import { expect, test } from 'vitest';
import type { Reply } from '../../../reference-server/mount/reply.ts';
import {
  discoverRequest,
  policiesRequest,
  testServer,
  usernameToken,
} from '../../../reference-server/testing/requests.ts';
import type { HttpRequest } from '../../../wire/exchange/exchange.ts';
import { requestLine } from './request-line.ts';

const startedAt = new Date('2026-03-01T12:00:00.250Z');
const handled = (request: HttpRequest) => testServer().handle(request);
const line = async (request: HttpRequest, change: Partial<Reply> = {}) =>
  requestLine({ request, reply: { ...(await handled(request)), ...change }, startedAt });

test('a granted request', async () => {
  expect(await line(discoverRequest())).toBe(
    '2026-03-01T12:00:00.250Z POST /EnrollmentServer/Discovery.svc | discover | 200 granted | valid',
  );
});

test('a refusal, with what a device shows', async () => {
  expect(await line(policiesRequest({ security: usernameToken('wrong') }))).toMatch(
    /\| get-policies \| 500 refused with Authentication \(a device shows 0x80180002\): The user name or the password is not right\. \| valid \|/,
  );
});

test('a namespace that the refusal names is not named twice', async () => {
  const { body, ...rest } = discoverRequest();
  const wrong = { ...rest, body: Buffer.from(Buffer.from(body).toString().replace('/enrollment"', '/enrollment/"')) };
  expect((await line(wrong)).match(/the right one is/g)).toHaveLength(1);
});

test.for<[string, Partial<Reply>, string]>([
  ['a late answer', { delayMs: 250 }, '200 granted after 250 ms'],
  ['a connection that is closed', { connection: 'close' }, 'no answer: the connection is closed'],
  ['a connection that stays open', { connection: 'delay' }, 'no answer: the connection stays open'],
])('%s', async ([, change, says]) => {
  expect(await line(discoverRequest(), change)).toContain(`| discover | ${says} | valid`);
});

test('a query is only mentioned, and what controls a terminal is shown', async () => {
  const url = 'https://mdm.example/EnrollmentServer/Discovery.svc?token=abc';
  expect(await line({ method: 'GET', url, headers: [], body: new Uint8Array() })).toMatch(
    / GET \/EnrollmentServer\/Discovery\.svc\?… \| probe \| 200 OK$/,
  );
  const odd = await line({ ...discoverRequest(), headers: [['Content-Type', 'text/\u001B[2J']] });
  expect(odd).toContain('Content-Type is "text/[U+001B][2J"');
});

test('the management address says why it holds no session', async () => {
  const request = { ...discoverRequest(), url: 'https://mdm.example/ManagementServer/Manage.svc' };
  expect(await line(request)).toMatch(
    /\| manage \| 501 This server enrolls devices and renews their certificates only\. It holds no management session\.$/,
  );
});
