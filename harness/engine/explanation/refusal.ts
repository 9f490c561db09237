import type { Party } from '../../protocol/faults/fault-entry.ts';
import type { Witness } from '../rule/impact.ts';

/** Who answered where something else than an enrollment service stands. */
export const nobody = 'No enrollment service';

/** A valid request that did not get its answer: what happened, and what to do. Whether it was right to refuse, no message shows. */
export interface Refusal {
  /** Index of the first exchange that ended so. */
  readonly exchange: number;
  /** Indices of all that ended so, the first too. */
  readonly exchanges: readonly number[];
  readonly kind: string;
  /** Who answered: `The enrollment service`, `A gateway or web server`, or `nobody`. */
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
  /** Another message of its kind was answered, in this exchange; missing if none was. */
  readonly answeredIn?: number;
  /** The HRESULT that a device shows; missing where it is not known. */
  readonly code?: string;
  readonly evidence?: Witness;
  /** The defect of the server that led to it, as a sentence without a full stop; missing where the session does not show it. */
  readonly why?: string;
  /** Who has to act so that it goes away. */
  readonly actor: Party;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

/** Who has to act, and what to do, as a sentence. */
export interface Advice {
  readonly actor: Party;
  readonly remedy: string;
}
