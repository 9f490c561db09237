import type { Judgement } from '../harness/engine/verdict/results.ts';

/**
 * What a judgement means for a build: `failure` and `error` fail it, a `warning` is a SHOULD or MAY that is not met, and `waived` is a failure that
 * somebody answers for until a day.
 */
export type Bearing = 'passed' | 'failure' | 'error' | 'skipped' | 'warning' | 'waived';

/** The bearing of a judgement, the same for JUnit, vitest and the tests of users. */
export function bearingOf({ outcome, level, waived }: Judgement): Bearing {
  if (outcome === 'passed') return 'passed';
  if (outcome === 'failed' && waived !== undefined) return 'waived';
  if (outcome === 'failed') return level === 'MUST' ? 'failure' : 'warning';
  if (outcome === 'errored') return 'error';
  return outcome === 'inconclusive' && level === 'MUST' ? 'error' : 'skipped';
}
