import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';

/**
 * Says that a request was served which had to be refused. How it is refused otherwise, other checks judge; what broke off, or
 * says neither yes nor no, shows no refusal at all. Throws `UnusableEvidence`.
 */
export function* acceptanceFinding(evidence: Evidence, message = 'The server accepted the request'): Iterable<Seen> {
  const { state, exchange, trouble, at } = evidence;
  if (state === 'success') {
    yield { message, at: at('status'), expected: 'a SOAP fault' };
    return;
  }
  const isRefused = state === 'fault' || (exchange.answer.response?.status ?? 0) >= 400;
  if (isRefused) return;
  throw new UnusableEvidence(`exchange ${exchange.index} brought ${trouble}, which is no refusal`, 'faults/soap-fault');
}
