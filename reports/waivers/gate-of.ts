import type { Results } from '../../harness/engine/verdict/results.ts';
import { baselineSentences } from '../text/gate.ts';

/** Waivers, baseline and `--fail-on` for a format that takes any members; empty where the run had none. */
export function gateOf(results: Results): Partial<Pick<Results, 'waivers' | 'failOn'>> & { baseline?: string } {
  const { waivers, failOn } = results;
  const baseline = baselineSentences(results);
  return {
    ...(waivers === undefined ? {} : { waivers }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(baseline.length === 0 ? {} : { baseline: baseline.join('; ') }),
  };
}
