import { expect, test } from 'vitest';
import type { Answer, HttpRequest, Label } from './exchange.ts';
import { createRecorder } from './recorder.ts';

const request = (path: string): HttpRequest => ({
  method: 'POST',
  url: `https://mdm.example/${path}`,
  headers: [],
  body: new Uint8Array(),
});
const label = (name: string): Label => ({ scenario: 'enroll', name, flow: 'f1', step: 1 });
const refused: Answer = { kind: 'broken', reason: 'refused', message: 'mdm.example refused the connection.' };

test('keeps the order in which exchanges were sent, whichever is answered first', async () => {
  const waiting: (() => void)[] = [];
  const transport = (): Promise<Answer> =>
    new Promise((resolve) => {
      waiting.push(() => {
        resolve(refused);
      });
    });
  const recorder = createRecorder({ transport, now: () => new Date(0) });
  const first = recorder.send(request('a'), label('a'));
  const second = recorder.send(request('b'), label('b'));
  waiting[1]?.();
  await second;
  expect(recorder.exchanges().map(({ index, label: known }) => [index, known?.name])).toEqual([[0, 'b']]);
  waiting[0]?.();
  await first;
  expect(recorder.exchanges().map(({ index, label: known }) => [index, known?.name])).toEqual([
    [0, 'a'],
    [1, 'b'],
  ]);
});

test('times exchanges by the clocks that it was given', async () => {
  const ticks = [100, 142];
  const recorder = createRecorder({
    transport: () => Promise.resolve(refused),
    now: () => new Date('2026-01-15T09:30:00Z'),
    monotonic: () => ticks.shift() ?? 0,
  });
  expect(await recorder.send(request('a'), label('a'))).toEqual(refused);
  expect(recorder.exchanges()).toEqual([
    {
      index: 0,
      startedAt: '2026-01-15T09:30:00.000Z',
      durationMs: 42,
      request: request('a'),
      answer: refused,
      label: label('a'),
      secrets: [],
    },
  ]);
});

test('lets the faults of our own side through and records nothing of them', async () => {
  const recorder = createRecorder({
    transport: () => Promise.reject(new Error('our fault')),
    now: () => new Date(0),
  });
  await expect(recorder.send(request('a'), label('a'))).rejects.toThrow('our fault');
  expect(recorder.exchanges()).toEqual([]);
});

test('a request that the server wants later is sent again, and both exchanges are recorded with the times of their own', async () => {
  let clock = 0;
  const limited: Answer = { kind: 'broken', reason: 'other', message: 'later' };
  const answers = [limited, refused, limited];
  const asked: Label[] = [];
  const recorder = createRecorder({
    transport: () => {
      clock += 5;
      return Promise.resolve(answers.shift() ?? refused);
    },
    now: () => new Date(clock),
    pace: {
      turn: () => {
        clock += 1000;
        return Promise.resolve();
      },
      isToRepeat: (answer, known) => {
        asked.push(known);
        return answer.kind === 'broken' && answer.message === 'later';
      },
    },
  });
  const known: Label = { ...label('a'), control: true, variant: 'v', family: 'f', deviations: ['d'] };
  expect(await recorder.send(request('a'), known)).toEqual(refused);
  expect(recorder.exchanges().map(({ startedAt, durationMs, label: kept }) => [startedAt, durationMs, kept])).toEqual([
    ['1970-01-01T00:00:01.000Z', 5, { ...label('a'), variant: 'v', throttled: true }],
    ['1970-01-01T00:00:02.005Z', 5, known],
  ]);
  expect(asked).toEqual([known]);
});
