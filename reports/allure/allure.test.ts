import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { judgement } from '../testing/judgement-parts.ts';
import { allure } from './allure.ts';
import type { AllureResult } from './result.ts';

const files = filesOf(everyOutcome);
const results = resultsOf(files);

test('each check has the status that it has for a build, and a SHOULD that is not met is minor', () => {
  const statuses = results.map(({ fullName, status, labels }) => {
    return [fullName, status, labels.find(({ name }) => name === 'severity')?.value];
  });
  expect(statuses).toEqual([
    ['transport/certificate', 'passed', 'critical'],
    ['transport/ping', 'skipped', 'minor'],
    ['discovery/answer', 'passed', 'critical'],
    ['discovery/auth-policy', 'failed', 'critical'],
    ['discovery/content-type', 'failed', 'minor'],
    ['discovery/activity-id', 'failed', 'trivial'],
    ['policy/answer', 'failed', 'critical'],
    ['policy/key-length', 'broken', 'critical'],
    ['policy/hash-algorithm', 'skipped', 'minor'],
    ['enrollment/answer', 'passed', 'critical'],
    ['enrollment/key-matches-policy', 'broken', 'critical'],
    ['renewal/answer', 'broken', 'critical'],
    ['renewal/window', 'skipped', 'minor'],
    ['faults/wrong-password', 'broken', 'blocker'],
  ]);
});

test('each finding is a step with its request and its response, which are files of the folder', () => {
  const { steps } = results.find(({ fullName }) => fullName === 'discovery/auth-policy') ?? { steps: [] };
  expect(steps.map(({ name }) => name.slice(0, 15))).toEqual(['AuthPolicy is "', 'AuthPolicy is "']);
  const [request, response] = steps[0]?.attachments ?? [];
  expect([request?.name, response?.name]).toEqual(['exchange 0, request', 'exchange 0, response']);
  expect(files.get(request?.source ?? '')).toMatch(/^POST https:\/\/.*\nContent-Type: application\/soap\+xml/u);
  expect(files.get(response?.source ?? '')).toMatch(/^HTTP\/1\.1 200 OK\n[^]*<AuthPolicy>Password<\/AuthPolicy>/u);
});

test('every attachment that a result names is there, once, and no other is', () => {
  const named = new Set(
    results.flatMap(({ steps }) => steps.flatMap(({ attachments }) => attachments)).map(({ source }) => source),
  );
  const written = [...files.keys()].filter((name) => name.endsWith('-attachment.txt'));
  expect(new Set(written)).toEqual(named);
  expect(written).toHaveLength(named.size);
});

test('an answer that broke says how', () => {
  const answer = results.find(({ fullName }) => fullName === 'policy/answer')?.steps[0]?.attachments[1];
  expect(files.get(answer?.source ?? '')).toBe(
    'No complete answer: the connection was reset. The peer reset the connection after 120 ms.\n',
  );
});

test('without a session there are results and no attachments', () => {
  const bare = filesOf(everyOutcome, { exchanges: [] });
  expect([...bare.keys()].filter((name) => name.endsWith('-attachment.txt'))).toEqual([]);
  expect(resultsOf(bare).flatMap(({ steps }) => steps.flatMap(({ attachments }) => attachments))).toEqual([]);
});

test('a check has the same history in every run at a target, and another file in each run', () => {
  const run = { ...everyOutcome.run, id: 'another', startedAt: '2027-01-01T00:00:00.000Z' };
  const again = resultsOf(filesOf({ ...everyOutcome, run }));
  const histories = (all: readonly AllureResult[]) => all.map(({ historyId, testCaseId }) => [historyId, testCaseId]);
  expect(histories(again)).toEqual(histories(results));
  const uuids = [...again, ...results].map(({ uuid }) => uuid);
  expect(new Set(uuids).size).toBe(uuids.length);
  const elsewhere = { ...everyOutcome.run, target: 'https://mdm.example.test/' };
  const other = resultsOf(filesOf({ ...everyOutcome, run: elsewhere }));
  expect(new Set([...other, ...results].map(({ historyId }) => historyId)).size).toBe(2 * results.length);
});

test('the environment holds the verdicts, each on its line', () => {
  const lines = (files.get('environment.properties') ?? '').split('\n');
  expect(lines).toContain('way.on-premise = not conformant: 1 MUST failed');
  expect(lines[0]).toMatch(/^verdict = unsound: /u);
  const hostile = filesOf({ ...everyOutcome, because: 'a\\\nverdict = conformant' });
  expect(hostile.get('environment.properties')).toMatch(/^verdict = unsound: a\\\\ verdict = conformant\n/u);
});

test('a verdict that no check shows is a broken test', () => {
  const because = 'no check was judged';
  const [only, ...others] = resultsOf(filesOf({ ...everyOutcome, verdict: 'incomplete', because, judgements: [] }));
  expect(only).toMatchObject({ status: 'broken', statusDetails: { message: `incomplete: ${because}` } });
  expect(others).toEqual([]);
});

test('a check with thousands of findings shows the first of them', () => {
  const findings = Array.from({ length: 3_000 }, () => ({ message: 'x', exchange: 0, part: 'body' as const }));
  const many = judgement('a/b', { title: 'x', outcome: 'failed', exchanges: [], findings });
  const [result] = resultsOf(filesOf({ ...everyOutcome, judgements: [many] }));
  expect(result?.steps).toHaveLength(20);
  expect(result?.description).toContain('Seen: 2980 more findings, in results.json');
});

/** The files by their names in the folder. */
function filesOf(all: Results, session: Session = everyOutcomeEvidence): ReadonlyMap<string, string> {
  return new Map(
    allure.render(all, session).map(({ name, content }) => {
      if (typeof content !== 'string') throw new TypeError(`${name} is no text`);
      return [name.replace(/^allure-results\//u, ''), content];
    }),
  );
}

function resultsOf(all: ReadonlyMap<string, string>): readonly AllureResult[] {
  return [...all].flatMap(([name, text]) => (name.endsWith('-result.json') ? [JSON.parse(text) as AllureResult] : []));
}
