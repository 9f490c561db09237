import type { Session } from '../../wire/exchange/exchange.ts';
import type { Evidence } from './evidence.ts';

/** A session with the evidence of its exchanges. */
export interface OpenSession {
  readonly session: Session;
  /** Whether another tool recorded it. */
  readonly thirdParty: boolean;
  readonly evidence: readonly Evidence[];
}
