import { expect, test } from 'vitest';
import type { Exchange } from '../exchange/exchange.ts';
import { createGrowingHar } from './growing-har.ts';
import { readHar } from './read-har.ts';
import { writeHar } from './write-har.ts';

const exchange = (index: number, body: string, header = 'none'): Exchange => ({
  index,
  startedAt: '2026-03-01T12:00:00.000Z',
  durationMs: 1,
  request: {
    method: 'POST',
    url: 'https://mdm.example/x',
    headers: [['X-Note', header]],
    body: Buffer.from(body),
  },
  answer: {
    kind: 'answered',
    response: { status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', headers: [], body: new Uint8Array() },
  },
  secrets: [],
});

function grown(exchanges: readonly Exchange[], knownSecrets: readonly { kind: 'password'; value: string }[]): string {
  const har = createGrowingHar(knownSecrets);
  return exchanges.reduce((text, one) => {
    const { text: piece, isNews } = har.piece(one);
    const before = isNews ? har.revised(text) : text;
    const next = `${before.slice(0, -har.overwritten)}${piece}`;
    expect(readHar(next).exchanges.length).toBeGreaterThan(0);
    return next;
  }, har.empty);
}

test('what grew is what is written at once, whichever exchange named a secret', () => {
  const exchanges = [
    exchange(0, 'a first one', 'typed-password-1'),
    exchange(1, 'the served one: correct horse'),
    exchange(2, '<Password>typed-password-1</Password>'),
    exchange(3, '<Password>correct horse</Password>', 'typed-password-1'),
  ];
  const knownSecrets = [{ kind: 'password', value: 'correct horse' }] as const;
  const text = grown(exchanges, knownSecrets);
  expect(text).not.toMatch(/typed-password-1|correct horse/);
  const bodies = (session: ReturnType<typeof readHar>) =>
    session.exchanges.map(({ request }) => [request.headers, Buffer.from(request.body).toString()]);
  expect(bodies(readHar(text))).toEqual(bodies(readHar(writeHar({ exchanges, knownSecrets }))));
});

test('without an exchange it is a HAR already', () => {
  expect(readHar(createGrowingHar([]).empty).exchanges).toEqual([]);
});
