import { expect, test } from 'vitest';
import { failedMusts, phasesOf, rootCauses, warnings } from './selection.ts';
import { everyOutcome } from './testing/every-outcome.ts';

test('phases keep the order of the results', () => {
  expect(phasesOf(everyOutcome.judgements).map(({ name }) => name)).toEqual([
    'transport',
    'discovery',
    'policy',
    'enrollment',
    'renewal',
    'faults',
  ]);
});

test('a failed SHOULD or MAY is a warning', () => {
  expect(failedMusts(everyOutcome).map(({ check }) => check)).toEqual(['discovery/auth-policy', 'policy/answer']);
  expect(warnings(everyOutcome).map(({ check }) => check)).toEqual(['discovery/content-type', 'discovery/activity-id']);
});

test('blocked checks gather under their cause, which need not be among the results', () => {
  const [cause] = rootCauses(everyOutcome.judgements, everyOutcome);
  expect(cause).toMatchObject({ check: 'policy/answer', judgement: { outcome: 'failed' } });
  expect(cause?.blocked).toHaveLength(3);
  const [alone] = rootCauses(everyOutcome.judgements, { ...everyOutcome, judgements: [] });
  expect(alone).not.toHaveProperty('judgement');
});
