import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceImpact } from '../../../harness/engine/rule/device-impact.ts';

/** The finding that an answer is neither the expected message nor a SOAP fault, with what a device does. */
export function* unreadAnswer(evidence: Evidence, expected: string): Iterable<Seen> {
  const { state, trouble, at } = evidence;
  if (state === 'success' || state === 'fault') return;
  yield {
    message: `The server answered with ${trouble}`,
    at: at(state === 'broken' ? 'connection' : 'status'),
    expected,
    impact: deviceImpact(evidence),
  };
}
