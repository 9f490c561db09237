import { expect, test } from 'vitest';
import { everyOutcome } from '../testing/every-outcome.ts';
import { findingLimits } from './finding-limits.ts';

const [judgement] = everyOutcome.judgements;
if (!judgement) throw new Error('the fixture has judgements');

const failing = (checks: number, findings: number, characters: number) =>
  Array.from({ length: checks }, () => ({
    ...judgement,
    findings: Array.from({ length: findings }, () => ({
      message: 'x'.repeat(characters),
      exchange: 0,
      part: 'body' as const,
    })),
  }));

test.each([
  ['a few findings are shown whole', failing(10, 3, 100), { findings: 20, characters: 4000 }],
  ['many are shown in part', failing(400, 100, 1000), { findings: 2, characters: 250 }],
  ['one text of two megabytes leaves the others whole', failing(3, 1, 2_000_000), { findings: 20, characters: 4000 }],
  ['of very many, each check shows one', failing(1000, 1000, 1000), { findings: 1, characters: 150 }],
])('%s', (_, judgements, limits) => {
  expect(findingLimits(judgements)).toEqual(limits);
});
