import { expect, test } from 'vitest';
import { everyOutcome } from '../testing/every-outcome.ts';
import { reasonsOf, tally, unjudgedSentence } from './unjudged.ts';

const { profile, ...scope } = everyOutcome.scope;
const recorded = { ...everyOutcome, scope };
const audited = { ...everyOutcome, run: { ...everyOutcome.run, mode: 'audit' as const } };

test('what was left open is one sentence, with the reason of most MUSTs', () => {
  expect(unjudgedSentence(everyOutcome)).toBe(
    '5 checks (3 MUST) could not be judged: policy/answer failed, which they depend on, and for 1 other reason',
  );
  expect([profile, unjudgedSentence(audited)]).toEqual(['P1', unjudgedSentence(everyOutcome)]);
  expect(unjudgedSentence(recorded)).toBe('5 checks (3 MUST) could not be judged: the recording does not show them');
  expect(unjudgedSentence({ ...everyOutcome, judgements: [] })).toBeUndefined();
});

test('each reason is there once', () => {
  expect(reasonsOf(everyOutcome).map(({ reason, members }) => `${tally(members)}: ${reason}`)).toEqual([
    '3 checks (2 MUST): policy/answer failed, which they depend on',
    '2 checks (1 MUST): the session has no renewal: the run was allowed to read and enroll only',
  ]);
});
