import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { isWaivedAsWhole } from '../text/waived.ts';

/**
 * The result of a run in the words of in-toto's test-result. It goes by the verdict and the waivers, never by the exit code, which a baseline or
 * `--fail-on` may change.
 */
export function testResultOf(results: Results): 'PASSED' | 'WARNED' | 'FAILED' {
  if (isWaivedAsWhole(results)) return 'WARNED';
  if (results.verdict !== 'conformant') return 'FAILED';
  return results.judgements.some(({ outcome }) => outcome === 'failed') ? 'WARNED' : 'PASSED';
}

/** A failure that makes no run FAILED: of no MUST, or waived. */
export function isWarned({ outcome, level, waived }: Judgement): boolean {
  return outcome === 'failed' && (level !== 'MUST' || waived !== undefined);
}
