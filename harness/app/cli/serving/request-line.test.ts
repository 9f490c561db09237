import { writeMessage } from '../../../protocol/syncml/write-message.ts';
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

test('a message of a session says what the device and the server said', async () => {
  const body = writeMessage({
    sessionId: 'A3',
    messageId: '2',
    target: { uri: 'https://mdm.example/ManagementServer/Manage.svc' },
    source: { uri: 'device' },
    commands: [
      { name: 'Status', id: '1', messageRef: '1', commandRef: '0', command: 'SyncHdr', code: '200' },
      { name: 'Status', id: '2', messageRef: '1', commandRef: '5', command: 'Get', code: '200' },
      {
        name: 'Results',
        id: '3',
        messageRef: '1',
        commandRef: '5',
        items: [{ source: './DevInfo/Man', data: 'A\nB' }],
      },
      { name: 'Alert', id: '4', code: '1224', items: [{ meta: { Type: 'com.contoso/x' }, data: '1' }] },
    ],
  });
  const url = 'https://mdm.example/ManagementServer/Manage.svc?mode=Maintenance';
  const type = ['Content-Type', 'application/vnd.syncml.dm+xml'] as const;
  const said = await line({ method: 'POST', url, headers: [type], body: Buffer.from(body) });
  expect(said).toMatch(
    / POST \/ManagementServer\/Manage\.svc\?… \| manage \| 403 The connection shows no certificate /,
  );
  expect(said).toContain(
    '| session A3, message 2: Status 200 of Get, ./DevInfo/Man = A B, Alert 1224 com.contoso/x 1 | valid',
  );
});
