import type { Counts } from '../../harness/engine/verdict/results.ts';
import { count } from './units.ts';

/** `119 passed, 22 failed (7 MUST, 6 causes), 163 inconclusive (46 MUST), 91 inapplicable`. */
export function countsSentence(counts: Counts): string {
  const must = (number: number) => (number === 0 ? '' : ` (${number} MUST)`);
  const failed = counts.failedMust === 0 ? '' : ` (${counts.failedMust} MUST, ${count(counts.causes, 'cause')})`;
  return [
    `${counts.passed} passed`,
    `${counts.failed} failed${failed}`,
    `${counts.inconclusive} inconclusive${must(counts.inconclusiveMust)}`,
    `${counts.inapplicable} inapplicable`,
    ...(counts.errored === 0 ? [] : [`${counts.errored} errored`]),
  ].join(', ');
}
