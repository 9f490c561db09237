import type { EvidenceFor, Needs } from './check.ts';
import type { Evidence } from './evidence.ts';
import { answerCheckOf } from './kind.ts';

/** One thing to judge: the evidence for it, or why there is none. */
export type Match<N extends Needs = Needs> =
  | { readonly kind: 'evidence'; readonly evidence: EvidenceFor<N>; readonly exchanges: readonly number[] }
  | {
      readonly kind: 'unusable';
      readonly reason: string;
      readonly blockedBy?: string;
      readonly exchanges: readonly number[];
    };

/** An exchange that a check is to be judged on. */
export function match(item: Evidence): Match {
  return { kind: 'evidence', evidence: item, exchanges: [item.exchange.index] };
}

/** Whether a recording left the answer out, so that it says nothing of the server. */
export function isUnrecorded({ exchange: { answer }, state }: Evidence): boolean {
  return state === 'broken' && answer.kind === 'broken' && answer.reason === 'unrecorded';
}

/** Whether a request was never sent, because the transport has no way to. */
export function isUnsent({ exchange: { answer } }: Evidence): boolean {
  return answer.kind === 'broken' && answer.reason === 'unsupported';
}

/** An exchange that should have carried a judgement and does not; the root cause is the answer check of its kind. */
export function unusable(item: Evidence): Match {
  const blockedBy = isUnrecorded(item) ? undefined : answerCheckOf(item.kind);
  return {
    kind: 'unusable',
    reason: `exchange ${item.exchange.index} brought ${item.trouble}`,
    ...(blockedBy === undefined ? {} : { blockedBy }),
    exchanges: [item.exchange.index],
  };
}
