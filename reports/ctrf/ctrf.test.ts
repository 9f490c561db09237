import type { CTRFReport } from 'ctrf';
import { validate } from 'ctrf';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { ctrf } from './ctrf.ts';

const report = reportOf(everyOutcome);

test('it is valid by the schema of CTRF', () => {
  expect(validate(report)).toMatchObject({ valid: true, errors: [] });
});

test('each outcome has the status that it has for a build, and keeps its name', () => {
  const statuses = report.results.tests.map(({ name, status, rawStatus, tags }) => {
    return [name.split(':')[0], tags?.[0], rawStatus, status];
  });
  expect(statuses).toEqual([
    ['transport/certificate', 'MUST', 'passed', 'passed'],
    ['transport/ping', 'SHOULD', 'inapplicable', 'skipped'],
    ['discovery/answer', 'MUST', 'passed', 'passed'],
    ['discovery/auth-policy', 'MUST', 'failed', 'failed'],
    ['discovery/content-type', 'SHOULD', 'failed', 'other'],
    ['discovery/activity-id', 'MAY', 'failed', 'other'],
    ['policy/answer', 'MUST', 'failed', 'failed'],
    ['policy/key-length', 'MUST', 'inconclusive', 'other'],
    ['policy/hash-algorithm', 'SHOULD', 'inconclusive', 'skipped'],
    ['enrollment/answer', 'MUST', 'passed', 'passed'],
    ['enrollment/key-matches-policy', 'MUST', 'inconclusive', 'other'],
    ['renewal/answer', 'MUST', 'inconclusive', 'other'],
    ['renewal/window', 'SHOULD', 'inconclusive', 'skipped'],
    ['faults/wrong-password', 'MUST', 'errored', 'failed'],
  ]);
});

test('the summary counts the tests', () => {
  const { summary, tests } = report.results;
  const { passed, failed, skipped, pending, other } = summary;
  expect([summary.tests, passed + failed + skipped + pending + other]).toEqual([tests.length, tests.length]);
  expect({ passed, failed, skipped, pending, other }).toEqual({
    passed: 3,
    failed: 3,
    skipped: 3,
    pending: 0,
    other: 5,
  });
});

test('a test is known by the same id in every run', () => {
  const again = reportOf({ ...everyOutcome, run: { ...everyOutcome.run, id: 'another' } });
  const ids = ({ results }: CTRFReport) => results.tests.map(({ id }) => id);
  expect(ids(again)).toEqual(ids(report));
  expect(new Set(ids(report)).size).toBe(report.results.tests.length);
});

test('a verdict that no check shows is a test of its own', () => {
  const empty = reportOf({ ...everyOutcome, verdict: 'incomplete', because: 'no check was judged', judgements: [] });
  expect(empty.results.tests).toMatchObject([
    { name: 'verdict', status: 'other', rawStatus: 'incomplete', message: 'incomplete: no check was judged' },
  ]);
  expect(validate(empty).valid).toBe(true);
});

test('each way in keeps its verdict', () => {
  const { ways } = report.results.summary.extra as { ways: unknown };
  expect(ways).toMatchObject([{ way: 'on-premise', verdict: 'nonconformant' }, { way: 'federated' }, {}]);
});

function reportOf(results: Results): CTRFReport {
  return JSON.parse(ctrf.render(results, everyOutcomeEvidence)) as CTRFReport;
}
