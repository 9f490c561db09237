import type { Evidence } from '../../../harness/engine/evidence.ts';
import { deviceHresult } from '../../../harness/faults/device-hresult.ts';
import type { BreakReason } from '../../../harness/session/exchange.ts';

/** Ways to break that are the server's doing: it had the request, and answered nothing or not enough. */
const dropped: ReadonlySet<BreakReason> = new Set(['closed', 'reset', 'timeout', 'too-large', 'framing']);

/** Statuses that refuse any request for a while. */
const overload: readonly number[] = [429, 503];

/**
 * Whether the server turned down what a request says: not its media type, not all requests for a while, no redirect, and not a
 * SOAP message that merely cannot be read.
 */
export function isRefusal({ exchange, state, facts }: Evidence): boolean {
  if (state === 'success' || facts.deviations.includes('content-type')) return false;
  const { answer } = exchange;
  if (answer.kind === 'broken') return dropped.has(answer.reason);
  const { status } = answer.response;
  if (state === 'fault') return true;
  if (status >= 400) return !overload.includes(status);
  return status < 300 && deviceHresult(answer) !== undefined;
}

/** Completes "applies when …" for `isRefusal`. */
export const whenRefused =
  'the server refuses what the request says, not its media type, nor every request for a while';
