import { expect, test } from 'vitest';
import { goldenSession } from '../../testing/golden-session.ts';
import { assess } from '../assess.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../stored-session.ts';
import { assembleResults } from './assemble-results.ts';

const session = await goldenSession();
const occasion = occasionOf(session, 'live', '');
const whole = assess(session, checks, occasion);

test('whatever the order in which judgements were left, the results are those of the engine', () => {
  expect(assembleResults([...whole.judgements].reverse(), session, occasion)).toEqual(whole);
});

test('results of some checks say that there are more', () => {
  const some = whole.judgements.filter(({ outcome }) => outcome === 'passed').slice(0, 2);
  const results = assembleResults(some, session, occasion);
  expect(results.judgements).toEqual(some);
  expect(results.because).toBe(`${whole.because} (limited to 2 of ${checks.length} checks)`);
});
