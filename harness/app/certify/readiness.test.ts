import { expect, test } from 'vitest';
import { everyOutcome } from '../../../reports/testing/every-outcome.ts';
import { readinessOf } from './readiness.ts';
import type { Statement } from './statement.ts';

const statement: Statement = { product: 'A', version: '1', vendor: 'B', contact: 'a@b', ways: ['on-premise'] };
const scored = (...ids: readonly string[]) => ({
  set: 1,
  digest: '0',
  checks: everyOutcome.judgements
    .filter(({ check }) => ids.includes(check))
    .map(({ check: id, level }) => ({ id, level })),
});
const sound = { ...everyOutcome, verdict: 'nonconformant' as const };

test('a scored check that passes, is inapplicable or is no MUST hinders nothing; others are judged and not scored', () => {
  const set = scored('transport/certificate', 'transport/ping', 'policy/hash-algorithm', 'discovery/content-type');
  expect(readinessOf(sound, statement, set)).toEqual({
    missing: [],
    notes: [],
    scored: {
      set: 1,
      digest: '0',
      checks: 4,
      passed: 1,
      failed: 1,
      inapplicable: 1,
      notScored: everyOutcome.judgements.length - 4,
    },
  });
});

test('a failed MUST hinders unless it is declared; an open one and an errored check always do', () => {
  const set = scored('discovery/auth-policy', 'policy/key-length', 'faults/wrong-password');
  const deviations = [{ check: 'discovery/auth-policy', reason: 'x' }];
  const open = '2 checks of the set could not be judged: policy/key-length, faults/wrong-password';
  expect(readinessOf(sound, { ...statement, deviations }, set).missing).toEqual([open]);
  expect(readinessOf(sound, statement, set).missing).toEqual([
    open,
    '1 check failed and not declared as deviation in the statement: discovery/auth-policy',
  ]);
});

test('nothing of the reference server, of another tool, or of an unsound run is handed in', () => {
  const results = {
    ...everyOutcome,
    scope: { ...everyOutcome.scope, embedded: true as const },
    run: { ...everyOutcome.run, profile: 'third-party recording' },
  };
  expect(readinessOf(results, statement, scored()).missing).toEqual([
    'the server was the reference server of this tool; test your own',
    'the session was recorded by another tool, which follows no plan; hand in a run of this one',
    `the verdict is "unsound": ${everyOutcome.because}`,
  ]);
});

test('a check of the set that the run does not have is named', () => {
  const set = { set: 1, digest: '0', checks: [{ id: 'discovery/none', level: 'MUST' as const }] };
  expect(readinessOf(sound, statement, set).missing).toEqual([
    '1 check of the set not judged, because the run was limited or an older version judged: discovery/none',
  ]);
});
