import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceImpact } from '../../../harness/engine/rule/device-impact.ts';

/** The finding that a valid renewal failed, with what the device keeps and what happens to it. */
export function* renewalFinding(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { facts, state, trouble } = evidence;
  const expiry = facts.renewal?.signed?.signer?.notAfter;
  const day = expiry ? ` on ${expiry.toISOString().slice(0, 10)}` : '';
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield {
    message: `The server answered with ${trouble}; devices drop out of management when their certificates expire, this one${day}`,
    at: evidence.at(part),
    impact: deviceImpact(evidence),
  };
}
