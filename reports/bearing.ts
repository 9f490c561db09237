import type { Judgement } from '../harness/engine/verdict/results.ts';

/** What a judgement means for a build: `failure` and `error` fail it, a `warning` is a SHOULD or MAY that is not met. */
export type Bearing = 'passed' | 'failure' | 'error' | 'skipped' | 'warning';

/** The bearing of a judgement, the same for JUnit, vitest and the tests of users. */
export function bearingOf({ outcome, level }: Judgement): Bearing {
  if (outcome === 'passed') return 'passed';
  if (outcome === 'failed') return level === 'MUST' ? 'failure' : 'warning';
  if (outcome === 'errored') return 'error';
  return outcome === 'inconclusive' && level === 'MUST' ? 'error' : 'skipped';
}
