import { expect, test, vi } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { answerWith, askedFor, drive, valid } from '../../testing/stub-server.ts';
import { readHar, serialiseHar, writeHar } from '../../wire/har/har.ts';
import type { Answer, HttpRequest } from '../../wire/exchange/exchange.ts';
import { serverStates } from '../../../suites/faults/scenarios/server-states.ts';
import { policiesOnly } from '../../../suites/policy/scenarios/policies-only.ts';
import { checks } from '../../../suites/index.ts';
import { startTimeLimit, untilTimeLimit } from './time-limit.ts';
import type { ScenarioProgress } from './scenario-progress.ts';

const request: HttpRequest = { method: 'GET', url: 'https://mdm.example/x', headers: [], body: new Uint8Array() };
const pending = (): Promise<Answer> => new Promise(() => undefined);

const target = {
  url: 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc',
  email: 'user@contoso.example',
  password: 'correct horse',
  deviceTrust: [],
  capabilities: [],
};

test('the clock fires after its minutes, unless the run has ended', () => {
  vi.useFakeTimers();
  try {
    using limit = startTimeLimit(2);
    const ended = startTimeLimit(1);
    ended[Symbol.dispose]();
    vi.advanceTimersByTime(119_999);
    expect([limit.reached.aborted, ended.reached.aborted]).toEqual([false, false]);
    vi.advanceTimersByTime(1);
    expect([limit.reached.aborted, ended.reached.aborted]).toEqual([true, false]);
  } finally {
    vi.useRealTimers();
  }
});

test('a pending exchange ends with the time, and nothing is sent after it', async () => {
  const clock = new AbortController();
  let sent = 0;
  const transport = (): Promise<Answer> => {
    sent += 1;
    return pending();
  };
  const send = untilTimeLimit(transport, { minutes: 1, reached: clock.signal });
  const answer = send(request);
  clock.abort();
  expect(await answer).toEqual({
    kind: 'broken',
    reason: 'unrecorded',
    message: 'The run reached its time limit of 1 minute (--time-limit) before this answer came.',
  });
  await expect(send(request)).rejects.toThrow('the run reached its time limit of 1 minute (--time-limit)');
  expect(sent).toBe(1);
});

test('a run whose time is over is judged as far as it came', async () => {
  const clock = new AbortController();
  const urls: string[] = [];
  let issues = 0;
  const steps: ScenarioProgress[] = [];
  const run = await drive(
    {},
    {
      target,
      timeLimit: { minutes: 15, reached: clock.signal },
      onScenario: (step) => void steps.push(step),
      transport: (asked) => {
        urls.push(asked.url);
        if (asked.method !== 'GET' && askedFor(asked) === 'RequestSecurityToken') {
          issues += 1;
          if (issues === 3) {
            clock.abort();
            return pending();
          }
        }
        return Promise.resolve(answerWith(asked.method === 'GET' ? '' : (valid[askedFor(asked)] as string)));
      },
    },
  );
  expect(run.meta.timeLimit).toBe(15);
  expect(run.exchanges).toHaveLength(urls.length);
  expect(steps.some(({ state }) => state === 'undriven')).toBe(true);
  expect(
    run.exchanges.filter(({ answer }) => answer.kind === 'broken' && answer.reason === 'unrecorded').length,
  ).toBeGreaterThan(0);
  const session = readHar(serialiseHar(writeHar(run)));
  expect(session.meta?.timeLimit).toBe(15);
  const results = assess(session, checks, occasionOf(session, 'live', ''));
  expect(results.because).toMatch(/^the run reached its time limit of 15 minutes \(--time-limit\)/);
  expect(['incomplete', 'nonconformant']).toContain(results.verdict);
  const passed = checks.filter(({ id }) =>
    results.judgements.some(({ check, outcome }) => check === id && outcome === 'passed'),
  );
  const narrow = assess(session, passed, occasionOf(session, 'live', ''));
  expect([narrow.verdict, narrow.exitCode]).toEqual(['incomplete', 3]);
  expect(narrow.because).toBe('the run reached its time limit of 15 minutes (--time-limit)');
});

test('a run whose time is over while a state is in force ends it, and sends nothing else', async () => {
  const clock = new AbortController();
  const admin = 'https://admin.contoso.example/maintenance';
  const call = (method: string) => ({ method, url: admin });
  const sent: string[] = [];
  await drive(
    {},
    {
      target: { ...target, states: { maintenance: { by: 'http', request: call('PUT'), undo: call('DELETE') } } },
      scenarios: [policiesOnly, ...serverStates],
      timeLimit: { minutes: 15, reached: clock.signal },
      transport: (asked) => {
        sent.push(`${asked.method} ${asked.url}`);
        if (sent.at(-2) === `PUT ${admin}`) {
          clock.abort();
          return pending();
        }
        const isAnswered = asked.url !== admin && asked.method !== 'GET';
        return Promise.resolve(answerWith(isAnswered ? (valid[askedFor(asked)] as string) : ''));
      },
    },
  );
  const put = sent.indexOf(`PUT ${admin}`);
  expect(put).toBeGreaterThan(0);
  expect(sent.slice(put + 2)).toEqual([`DELETE ${admin}`]);
});
