import type { Evidence } from './evidence.ts';
import type { Kind } from './kind.ts';
import { isOddRequest } from './odd-request.ts';
import { isPrepared } from './declared-state.ts';

/** What one device did in order: its successes by kind. */
export interface Flow {
  readonly name: string;
  /** The last success of each kind that belongs to this flow. */
  readonly steps: ReadonlyMap<Kind, Evidence>;
  /** Every exchange of the flow, whatever came of it. */
  readonly members: readonly Evidence[];
  /** Kinds of which a recording does not tell whose exchange it is, and the candidates: they have no step. */
  readonly ambiguous?: ReadonlyMap<Kind, readonly Evidence[]>;
}

/** The last success of each kind whose request is one that a device sends, and whose answer the target was not told to make. */
export function lastSuccesses(members: readonly Evidence[]): Map<Kind, Evidence> {
  return new Map(
    members
      .filter((item) => item.state === 'success' && !isPrepared(item) && !isOddRequest(item))
      .map((item) => [item.kind, item]),
  );
}
