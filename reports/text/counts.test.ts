import { expect, test } from 'vitest';
import { everyOutcome } from '../testing/every-outcome.ts';
import { countsSentence } from './counts.ts';

test('failed MUSTs are counted, and their causes', () => {
  expect(countsSentence({ ...everyOutcome.counts, failedMust: 22, failed: 30, causes: 9 })).toBe(
    '3 passed, 30 failed (22 MUST, 9 causes), 5 inconclusive (3 MUST), 1 inapplicable, 1 errored',
  );
});

test('what is not there is not counted', () => {
  const counts = { ...everyOutcome.counts, failed: 0, failedMust: 0, causes: 0, inconclusiveMust: 0, errored: 0 };
  expect(countsSentence(counts)).toBe('3 passed, 0 failed, 5 inconclusive, 1 inapplicable');
});
