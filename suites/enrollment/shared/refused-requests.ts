import { answerFinding } from '../../../harness/engine/rule/answer-finding.ts';
import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** Whether a refusal may be due to the certificate request of this device, because another device enrolled. */
export function isSingledOut(attempts: readonly Evidence[], candidates: readonly Evidence[]): boolean {
  return candidates.length > 0 && attempts.some(({ state }) => state === 'success');
}

/**
 * The attempts of the candidates if none of them enrolled; one success shows that the server accepts their kind of
 * request.
 */
export function* refusedRequests(candidates: readonly Evidence[]): Generator<Seen> {
  if (candidates.some(({ state }) => state === 'success')) return;
  for (const candidate of candidates) yield* answerFinding(candidate);
}
