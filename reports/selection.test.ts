import { expect, test } from 'vitest';
import { phasesOf, rootCauses } from './selection.ts';
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

test('blocked checks gather under their cause, which need not be among the results', () => {
  const [cause] = rootCauses(everyOutcome.judgements, everyOutcome);
  expect(cause).toMatchObject({ check: 'policy/answer', judgement: { outcome: 'failed' } });
  expect(cause?.blocked).toHaveLength(3);
  const [alone] = rootCauses(everyOutcome.judgements, { ...everyOutcome, judgements: [] });
  expect(alone).not.toHaveProperty('judgement');
});
