import { describe, expect, test } from 'vitest';
import type { Answer, Header } from './exchange.ts';
import { waitAskedFor } from './retry-after.ts';

const now = new Date('2026-01-15T09:30:00.000Z');

function answered(status: number, ...headers: readonly Header[]): Answer {
  const response = { status, statusText: '', httpVersion: 'HTTP/1.1', headers, body: new Uint8Array() };
  return { kind: 'answered', response };
}

describe('Retry-After of an answer 429', () => {
  test.for<[value: string, seconds: number | undefined]>([
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['86400', 86_400],
    ['Thu, 15 Jan 2026 09:30:45 GMT', 45],
    ['Thursday, 15-Jan-26 09:30:45 GMT', 45],
    ['Thu Jan 15 09:30:45 2026', 45],
    ['Sun Feb  1 00:00:00 2026', 16 * 86_400 + 52_200],
    ['Thu, 15 Jan 2026 09:00:00 GMT', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Thu, 15 Jan 2026 09:30:60 GMT', 60],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['+5', undefined],
    ['5 s', undefined],
    ['1, 2', undefined],
    ['soon', undefined],
    ['2026-01-15T09:30:45Z', undefined],
    ['Thu, 15 Jan 2026 09:30:45', undefined],
    ['Thu, 15 Jan 2026 09:30:45 UTC', undefined],
    ['Fri, 30 Feb 2026 09:30:45 GMT', undefined],
    ['Thu, 00 Jan 2026 09:30:45 GMT', undefined],
    ['Thu, 15 Jan 2026 24:30:45 GMT', undefined],
    ['Thu, 15 Jam 2026 09:30:45 GMT', undefined],
  ])('%j asks for %s seconds', ([value, seconds]) => {
    const asked = waitAskedFor(answered(429, ['Retry-After', value]), now);
    expect(asked).toBe(seconds === undefined ? undefined : seconds * 1000);
  });

  test('as a date counts from the Date of the answer, whatever our clock shows', () => {
    const at = (time: string): string => `Thu, 15 Jan 2026 ${time} GMT`;
    const slow = answered(429, ['Date', at('12:00:00')], ['Retry-After', at('12:00:20')]);
    expect(waitAskedFor(slow, now)).toBe(20_000);
    const unread = answered(429, ['Date', 'today'], ['Retry-After', at('09:30:20')]);
    expect(waitAskedFor(unread, now)).toBe(20_000);
  });
});

test.for<[what: string, answer: Answer, asked: number | undefined]>([
  ['503, and a name in lower case', answered(503, ['retry-after', '3']), 3000],
  ['429 without the field', answered(429), undefined],
  ['the field twice, which names no one time', answered(429, ['Retry-After', '1'], ['Retry-After', '9']), undefined],
  ['500, whose field says nothing of a limit', answered(500, ['Retry-After', '3']), undefined],
  ['a redirect', answered(302, ['Retry-After', '3']), undefined],
  ['no answer', { kind: 'broken', reason: 'closed', message: 'It was closed.' }, undefined],
])('%s', ([, answer, asked]) => {
  expect(waitAskedFor(answer, now)).toBe(asked);
});
