import { answerFinding } from '../../../harness/engine/rule/answer-finding.ts';
import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** Whether this device was to be judged by its certificate request: another one enrolled, so that it can be the reason. */
export function isSingledOut(attempts: readonly Evidence[], candidates: readonly Evidence[]): boolean {
  return candidates.length > 0 && attempts.some(({ state }) => state === 'success');
}

/** What came of the candidates where none of them enrolled; one that did shows that its kind of request is accepted. */
export function* refusedRequests(candidates: readonly Evidence[]): Generator<Seen> {
  if (candidates.some(({ state }) => state === 'success')) return;
  for (const candidate of candidates) yield* answerFinding(candidate);
}
