import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceHresult } from '../../../harness/engine/rule/device-hresult.ts';
import { formatHresult } from '../../../harness/protocol/faults/hresult.ts';

/** The finding that a valid renewal failed, with what the device keeps and what happens to it. */
export function* renewalFinding(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { exchange, facts, state, trouble } = evidence;
  const hresult = deviceHresult(exchange.answer, state === 'fault' ? evidence.fault : undefined);
  const kept = hresult === undefined ? '' : `the device keeps ${formatHresult(hresult)} as RenewErrorCode, and `;
  const expiry = facts.renewal?.signed?.signer?.notAfter;
  const day = expiry ? ` on ${expiry.toISOString().slice(0, 10)}` : '';
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield {
    message: `The server answered with ${trouble}; ${kept}devices drop out of management when their certificates expire, this one${day}`,
    at: evidence.at(part),
  };
}
