import { describe, expect, test } from 'vitest';
import type { Answer, Label } from '../../wire/exchange/exchange.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { createRequestPace, isRate } from './request-pace.ts';
import type { PaceOptions } from './request-pace.ts';

const label: Label = { scenario: 's', name: 'n', flow: 'f', step: 1 };

/** A clock that only a wait moves. */
function steppedClock(): Clock & { readonly pass: (ms: number) => void } {
  let elapsed = 0;
  const pass = (ms: number): void => void (elapsed += ms);
  return {
    elapsed: () => elapsed,
    wait: (ms) => {
      pass(ms);
      return Promise.resolve();
    },
    pass,
  };
}

function paceOf(rate: number, options: Partial<PaceOptions> = {}) {
  const clock = steppedClock();
  const notices: string[] = [];
  const now = () => new Date('2026-01-15T09:30:00Z');
  const pace = createRequestPace({ rate, clock, now, onNotice: (notice) => void notices.push(notice), ...options });
  return { ...pace, clock, notices };
}

function refused(retryAfter?: string, status = 429): Answer {
  const headers = retryAfter === undefined ? [] : ([['Retry-After', retryAfter]] as const);
  return {
    kind: 'answered',
    response: { status, statusText: '', httpVersion: 'HTTP/1.1', headers, body: new Uint8Array() },
  };
}

describe('turns', () => {
  test.for([
    [60, [0, 1000, 2000, 3000]],
    [240, [0, 250, 500, 750]],
    [1, [0, 60_000, 120_000, 180_000]],
    [6000, [0, 10, 20, 30]],
  ] as const)('of %i a minute come so far apart, in the order in which they were asked for', async ([rate, times]) => {
    const { turn, clock } = paceOf(rate);
    const begun: [who: string, at: number][] = [];
    await Promise.all(
      ['a', 'b', 'c', 'a'].map(async (who) => {
        await turn();
        begun.push([who, clock.elapsed()]);
      }),
    );
    expect(begun).toEqual(['a', 'b', 'c', 'a'].map((who, index) => [who, times[index]]));
  });

  test('do not add up while nobody asks: there is no burst afterwards', async () => {
    const { turn, clock } = paceOf(60);
    await turn();
    clock.pass(10_000);
    const times: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      await turn();
      times.push(clock.elapsed());
    }
    expect(times).toEqual([10_000, 11_000, 12_000]);
  });

  test('come no sooner where a timer fires early', async () => {
    const early = steppedClock();
    const wait: Clock['wait'] = (ms) => early.wait(ms > 1 ? ms - 1 : ms);
    const { turn } = paceOf(60, { clock: { ...early, wait } });
    await turn();
    await turn();
    expect(early.elapsed()).toBe(1000);
  });

  test('come at once after an interruption, which also ends the wait that goes on', async () => {
    const interruption = new AbortController();
    const { signal } = interruption;
    const { turn, isToRepeat } = paceOf(1, { clock: systemClock, signal });
    await turn();
    expect(isToRepeat(refused('100'), label)).toBe(true);
    const waiting = [turn(), turn(), turn()];
    interruption.abort();
    expect(await Promise.all(waiting)).toHaveLength(3);
  });
});

describe('an answer 429 or 503 with Retry-After', () => {
  test('is to be repeated, and no request begins before the time that it names', async () => {
    const { turn, isToRepeat, clock, notices } = paceOf(60);
    await turn();
    expect(isToRepeat(refused('30'), label)).toBe(true);
    await turn();
    expect(clock.elapsed()).toBe(30_000);
    await turn();
    expect(clock.elapsed()).toBe(31_000);
    expect(isToRepeat(refused('Thu, 15 Jan 2026 09:32:00 GMT', 503), label)).toBe(true);
    await turn();
    expect(clock.elapsed()).toBe(151_000);
    expect(notices).toEqual([
      'the server answered HTTP 429 with Retry-After; the run waits 30 s and sends the request again (wait 1 of 10 at most)',
      'the server answered HTTP 503 with Retry-After; the run waits 120 s and sends the request again (wait 2 of 10 at most)',
    ]);
  });

  test('shortens no distance with a time that has come', async () => {
    const { turn, isToRepeat, clock } = paceOf(60);
    await turn();
    expect(isToRepeat(refused('0'), label)).toBe(true);
    await turn();
    expect(clock.elapsed()).toBe(1000);
  });

  test('is the answer where it asks for more than two minutes, which the run says once', () => {
    const { isToRepeat, notices } = paceOf(60);
    expect([isToRepeat(refused('121'), label), isToRepeat(refused('3600'), label)]).toEqual([false, false]);
    expect(notices).toEqual(['the server asks for a wait of more than 120 s; its refusals count as answers']);
    expect(isToRepeat(refused('120'), label)).toBe(true);
  });

  test('is the answer after ten waits', () => {
    const { isToRepeat, notices } = paceOf(60);
    const repeated = Array.from({ length: 13 }, () => isToRepeat(refused('0'), label));
    expect(repeated).toEqual([...Array<boolean>(10).fill(true), false, false, false]);
    expect(notices.slice(10)).toEqual([
      'the run waited 10 times for the server; its refusals count as answers from now on',
    ]);
  });

  test('is the answer where the run brought the outage about', () => {
    const { isToRepeat } = paceOf(60);
    const during = { ...label, deviations: ['state-maintenance'] };
    expect(isToRepeat(refused('5', 503), during)).toBe(false);
    expect(isToRepeat(refused('5', 429), during)).toBe(true);
    expect(isToRepeat(refused('5', 503), { ...label, deviations: ['wrong-password'] })).toBe(true);
  });
});

test.for<[string, Answer]>([
  ['429 without Retry-After', refused()],
  ['429 with one that cannot be read', refused('soon')],
  ['500', refused('1', 500)],
  ['success', refused('1', 200)],
  ['a broken exchange', { kind: 'broken', reason: 'closed', message: 'It was closed.' }],
])('%s is the answer, and no wait', ([, answer]) => {
  const { isToRepeat, notices } = paceOf(60);
  expect(isToRepeat(answer, label)).toBe(false);
  expect(notices).toEqual([]);
});

test.each([
  [1, true],
  [6000, true],
  [0, false],
  [6001, false],
  [1.5, false],
  [Number.NaN, false],
])('a rate of %d is allowed: %s', (rate, isAllowed) => {
  expect(isRate(rate)).toBe(isAllowed);
});
