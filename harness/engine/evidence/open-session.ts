import type { Session } from '../../wire/exchange/exchange.ts';
import type { Evidence } from './evidence.ts';

/** A session whose exchanges are open for judging. */
export interface OpenSession {
  readonly session: Session;
  /** Whether it is a recording that is not ours. */
  readonly thirdParty: boolean;
  readonly evidence: readonly Evidence[];
}
