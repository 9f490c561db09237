import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';

/**
 * The finding that the server granted a request that it had to refuse, with the impact of its check. Other checks judge how it refuses. Throws
 * `UnusableEvidence` for an exchange that broke or that neither grants nor refuses.
 */
export function* acceptanceFinding(evidence: Evidence, message = 'The server accepted the request'): Iterable<Seen> {
  const { state, exchange, trouble, at } = evidence;
  if (state === 'success') {
    yield { message, at: at('status'), expected: 'a SOAP fault' };
    return;
  }
  const isRefused = state === 'fault' || (exchange.answer.response?.status ?? 0) >= 400;
  if (isRefused) return;
  throw new UnusableEvidence(`exchange ${exchange.index} got ${trouble}, which is not a refusal`, 'faults/soap-fault');
}
