import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { badge } from './badge.ts';

const whole: Results['scope'] = { ...everyOutcome.scope, limitedTo: [] };

test.for<[verdict: Results['verdict'], changes: Partial<Results>, message: string, color: string]>([
  ['conformant', {}, 'conformant', 'brightgreen'],
  ['conformant', { scope: { ...whole, limitedTo: ['--suite policy'] } }, 'conformant in part', 'green'],
  ['nonconformant', {}, '2 MUST failed', 'red'],
  ['incomplete', {}, 'incomplete, 3 MUST not judged', 'lightgrey'],
  ['incomplete', { counts: { ...everyOutcome.counts, inconclusiveMust: 0 } }, 'incomplete', 'lightgrey'],
  ['unsound', {}, 'no result', 'lightgrey'],
])('%s %j is the badge "%s" in %s', ([verdict, changes, message, color]) => {
  expect(badgeOf({ ...everyOutcome, verdict, ...changes })).toEqual({
    schemaVersion: 1,
    label: 'MDE',
    message,
    color,
    ...(verdict === 'conformant' ? {} : { isError: true }),
  });
});

test('a badge of our own server says whose it is', () => {
  const scope = { ...whole, embedded: true as const };
  expect(badgeOf({ ...everyOutcome, scope })).toMatchObject({ label: 'MDE reference server' });
});

function badgeOf(results: Results): unknown {
  return JSON.parse(badge.render(results, everyOutcomeEvidence));
}
