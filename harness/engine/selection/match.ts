import type { EvidenceFor, Needs } from '../rule/check.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isUnrecorded } from '../evidence/unanswered.ts';
import { isWithoutHttp, withoutHttp } from '../evidence/without-http.ts';
import { answerCheckOf } from '../evidence/kind.ts';
import { isRefusedForNow } from './server-states.ts';

/** One thing to judge: the evidence for it, or why there is none. */
export type Match<N extends Needs = Needs> =
  { readonly kind: 'evidence'; readonly evidence: EvidenceFor<N>; readonly exchanges: readonly number[] } | Unusable;

/** Evidence that should have carried a judgement and does not. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly reason: string;
  /** The check that says why. */
  readonly blockedBy?: string;
  readonly exchanges: readonly number[];
}

/** An exchange that a check is to be judged on. */
export function match(item: Evidence): Match {
  return { kind: 'evidence', evidence: item, exchanges: [item.exchange.index] };
}

/**
 * An exchange that should have carried a judgement and does not; the root cause is the answer check of its kind, or a state of the server
 * that passes.
 */
export function unusable(item: Evidence, evidence: readonly Evidence[]): Unusable {
  if (isWithoutHttp(item.exchange) && !isUnrecorded(item)) {
    return { kind: 'unusable', reason: withoutHttp(item.exchange), exchanges: [item.exchange.index] };
  }
  if (isRefusedForNow(item, evidence)) {
    const seen = item.state === 'fault' ? item.trouble : `HTTP ${item.response.status}`;
    const reason = `the server refused a valid request because of its current state: ${seen}`;
    return { kind: 'unusable', reason, exchanges: [item.exchange.index] };
  }
  const blockedBy = isUnrecorded(item) ? undefined : answerCheckOf(item.kind);
  return {
    kind: 'unusable',
    reason: `exchange ${item.exchange.index} got ${item.trouble}`,
    ...(blockedBy === undefined ? {} : { blockedBy }),
    exchanges: [item.exchange.index],
  };
}
