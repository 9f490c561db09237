import { describe, expect, test } from 'vitest';
import type { Cause } from './cause.ts';
import type { Counts, Judgement } from './results.ts';
import { countsOf, exitCodeOf, verdictOf } from './verdict.ts';

const none: Counts = {
  passed: 1,
  failed: 0,
  inapplicable: 0,
  inconclusive: 0,
  errored: 0,
  failedMust: 0,
  causes: 0,
  inconclusiveMust: 0,
  failedMusts: { specified: 0, security: 0, 'seen-on-windows': 0 },
};
const barrier = 'the target did not answer: it refused the connection';

describe('the verdict', () => {
  test.each<[string, Partial<Counts>, string, string, number]>([
    ['all passed', {}, 'conformant', 'every mandatory check that applies passed', 0],
    ['a SHOULD failed', { failed: 1 }, 'conformant', 'every mandatory check that applies passed', 0],
    ['a MUST failed', { failed: 1, failedMust: 1, causes: 1 }, 'nonconformant', '1 mandatory check failed', 1],
    ['two MUSTs failed', { failed: 2, failedMust: 2, causes: 2 }, 'nonconformant', '2 mandatory checks failed', 1],
    [
      'MUSTs of two kinds failed',
      { failed: 3, failedMust: 3, causes: 2, failedMusts: { specified: 2, security: 0, 'seen-on-windows': 1 } },
      'nonconformant',
      '3 mandatory checks failed, for 2 causes: 2 specified, 1 seen on Windows',
      1,
    ],
    ['a MUST is open', { inconclusiveMust: 1 }, 'incomplete', '1 mandatory check could not be judged', 3],
    [
      'a MUST failed, another is open',
      { failedMust: 1, causes: 1, inconclusiveMust: 1 },
      'nonconformant',
      '1 mandatory check failed',
      1,
    ],
    ['nothing was judged', { passed: 0 }, 'incomplete', 'no check was judged', 3],
    ['a check broke', { errored: 1, failedMust: 1 }, 'unsound', 'internal error in this tool: 1 check broke', 5],
  ])('where %s', (_, counts, verdict, because, exitCode) => {
    const conclusion = verdictOf({ ...none, ...counts }, []);
    expect(conclusion).toEqual({ verdict, because });
    expect(exitCodeOf(conclusion.verdict)).toBe(exitCode);
  });

  test('where the session has gaps, unless a MUST failed all the same', () => {
    expect(verdictOf(none, [], undefined, ['nothing of it', 'nor of that'])).toEqual({
      verdict: 'incomplete',
      because: 'nothing of it; nor of that',
    });
    expect(verdictOf({ ...none, failedMust: 1 }, [], undefined, ['nothing of it']).verdict).toBe('nonconformant');
  });

  test('where nothing passed and nothing mandatory failed', () => {
    expect(verdictOf({ ...none, passed: 0, failed: 1 }, []).verdict).toBe('conformant');
  });

  test('names three of our own defects and counts the others', () => {
    expect(verdictOf(none, ['a', 'b', 'c', 'd', 'e']).because).toBe(
      'internal error in this tool: it sent a wrong message: a; b; c; and 2 more',
    );
  });

  test('where the suite itself sent a wrong message', () => {
    const conclusion = verdictOf(none, ['exchange 0 shows a deviation']);
    expect(conclusion).toEqual({
      verdict: 'unsound',
      because: 'internal error in this tool: it sent a wrong message: exchange 0 shows a deviation',
    });
  });

  test('where a stored session is not what a run writes', () => {
    expect(verdictOf(none, ['exchange 0 shows a deviation'], undefined, [], undefined, true)).toEqual({
      verdict: 'unsound',
      because: 'this recording is not as a run of this tool writes it: exchange 0 shows a deviation',
    });
  });

  test('where the target was never got at, whatever failed', () => {
    const conclusion = verdictOf({ ...none, failedMust: 3 }, [], barrier);
    expect(conclusion).toEqual({ verdict: 'incomplete', because: barrier });
    expect(exitCodeOf(conclusion.verdict, { kind: 'no-answer' })).toBe(4);
  });

  test('where the target was never got at and a check broke', () => {
    const conclusion = verdictOf({ ...none, errored: 2 }, [], barrier);
    expect(conclusion).toEqual({
      verdict: 'unsound',
      because: `${barrier}; internal error in this tool: 2 checks broke`,
    });
    expect(exitCodeOf(conclusion.verdict, { kind: 'no-answer' })).toBe(4);
  });
});

test('judgements are counted by outcome, and the decisive ones by level', () => {
  const judgements = (
    [
      ['passed', 'MUST'],
      ['failed', 'MUST', 'security'],
      ['failed', 'SHOULD'],
      ['inconclusive', 'MUST'],
      ['inconclusive', 'MAY'],
      ['inapplicable', 'MUST'],
      ['errored', 'MUST'],
    ] as const
  ).map(([outcome, level, must]) => ({ outcome, level, must }) as Judgement);
  const cause = { musts: 1 } as Cause;
  expect(countsOf(judgements, [cause, { ...cause, musts: 0 }])).toEqual({
    passed: 1,
    failed: 2,
    inapplicable: 1,
    inconclusive: 2,
    errored: 1,
    failedMust: 1,
    causes: 1,
    inconclusiveMust: 1,
    failedMusts: { specified: 0, security: 1, 'seen-on-windows': 0 },
  });
});
