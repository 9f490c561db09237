import type { Party } from '../../protocol/faults/fault-entry.ts';
import type { Witness } from '../rule/impact.ts';

/** A valid request that did not get its answer: what happened, and what to do. Whether it was right to refuse, no message shows. */
export interface Refusal {
  /** Index of the first exchange that ended so. */
  readonly exchange: number;
  /** Indices of all that ended so, the first too. */
  readonly exchanges: readonly number[];
  readonly kind: string;
  /** `The enrollment service`. */
  readonly service: string;
  /** The message: `RequestSecurityToken`. */
  readonly request: string;
  readonly url: string;
  /** Missing if no status line came. */
  readonly status?: number;
  /** What came, as a clause: `HTTP 403 with an HTML page, title "Forbidden"`. */
  readonly came: string;
  /** What the answer is in fact, and what led to it, as clauses; empty if `came` says all. */
  readonly notes: readonly string[];
  readonly subcode?: string;
  readonly errorType?: string;
  /** What the fault says to people. */
  readonly text?: string;
  readonly traceId?: string;
  /** The HRESULT that a device shows; missing where it is not known. */
  readonly code?: string;
  readonly evidence?: Witness;
  /** Who has to act so that it goes away. */
  readonly actor: Party;
  /** What to do, as a sentence. */
  readonly remedy: string;
}
