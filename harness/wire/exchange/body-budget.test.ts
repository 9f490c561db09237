import { expect, test } from 'vitest';
import { withinBudget } from './body-budget.ts';
import type { Answer, HttpRequest, HttpResponse } from './exchange.ts';

const request: HttpRequest = { method: 'POST', url: 'https://mdm.example/x', headers: [], body: new Uint8Array() };
const response = (length: number): HttpResponse => ({
  status: 200,
  statusText: 'OK',
  httpVersion: 'HTTP/1.1',
  headers: [['Content-Type', 'application/soap+xml']],
  body: new Uint8Array(length).fill(0x61),
  framing: { contentLengths: [String(length)], bodyBytes: length },
});

test('keeps bodies while the budget lasts, and small ones beyond it', async () => {
  const lengths = [60, 41, 40, 10, 11, 9];
  const answers = lengths.map((length): Answer => ({ kind: 'answered', response: response(length), connection: 'c1' }));
  const transport = (): Promise<Answer> => {
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('nothing is left to answer'));
  };
  const send = withinBudget(transport, { bytes: 100, keptOfEach: 10 });
  const got: Answer[] = [];
  while (got.length < lengths.length) got.push(await send(request));
  expect(got.map(({ kind, response: kept }) => [kind, kept?.body.length])).toEqual([
    ['answered', 60],
    ['broken', 10],
    ['broken', 10],
    ['answered', 10],
    ['broken', 10],
    ['answered', 9],
  ]);
  expect(got[1]).toEqual({
    kind: 'broken',
    reason: 'unrecorded',
    message:
      'The answers of this run together are larger than 100 bytes, so only the first 10 of the 41 bytes of this body were kept.',
    response: { ...response(41), body: new Uint8Array(10).fill(0x61) },
    connection: 'c1',
  });
});

test('keeps the reason of an exchange that broke', async () => {
  const broken: Answer = { kind: 'broken', reason: 'closed', message: 'It closed.', response: response(50) };
  const send = withinBudget(() => Promise.resolve(broken), { bytes: 5, keptOfEach: 10 });
  expect(await send(request)).toEqual({
    ...broken,
    response: { ...response(50), body: new Uint8Array(10).fill(0x61) },
  });
  const nothing: Answer = { kind: 'broken', reason: 'refused', message: 'It refused.' };
  expect(await withinBudget(() => Promise.resolve(nothing))(request)).toBe(nothing);
});
