import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../wire/exchange/exchange.ts';
import { readHar } from '../../../wire/har/har.ts';
import { createWorkspace } from '../testing/workspace.ts';
import { openExchangeLog } from './exchange-log.ts';

const exchange = (body: string): Exchange => ({
  index: 0,
  startedAt: '2026-03-01T12:00:00.000Z',
  durationMs: 1,
  request: { method: 'POST', url: 'https://mdm.example/x', headers: [], body: Buffer.from(body) },
  answer: { kind: 'broken', reason: 'closed', message: 'mdm.example closed the connection.' },
  secrets: [],
});

test('the file is whole after each exchange, and holds them in their order', async () => {
  await using workspace = await createWorkspace();
  const file = workspace.at('log.har');
  const bodies = async () =>
    readHar(await readFile(file, 'utf8')).exchanges.map(({ request }) => Buffer.from(request.body).toString());
  await using log = await openExchangeLog(file, []);
  expect(await bodies()).toEqual([]);
  await log.add(exchange('one'));
  expect(await bodies()).toEqual(['one']);
  await Promise.all([log.add(exchange('two: hidden-later')), log.add(exchange('three'))]);
  expect(await bodies()).toEqual(['one', 'two: hidden-later', 'three']);
  await log.add(exchange('<Password>hidden-later</Password>'));
  expect(await bodies()).toEqual([
    'one',
    'two: redacted-password-1',
    'three',
    '<Password>redacted-password-1</Password>',
  ]);
  await log.add(exchange('five'));
  expect(await bodies()).toHaveLength(5);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect([...(await workspace.files()).keys()]).toEqual(['log.har']);
});

test.for([
  ['mine.har', /^--log: ".*mine\.har" exists already; name a new file$/],
  ['no/folder.har', /^--log: ".*folder\.har" cannot be written \(ENOENT\)$/],
] as const)('the file %s is refused', async ([name, message]) => {
  await using workspace = await createWorkspace();
  await workspace.write('mine.har', 'mine');
  await expect(openExchangeLog(workspace.at(name), [])).rejects.toThrow(message);
  expect(await workspace.read('mine.har')).toBe('mine');
});
