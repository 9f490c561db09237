import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceImpact } from '../../../harness/engine/rule/device-impact.ts';

const expected = 'a SOAP fault';

/** The finding that a wrong request got something else than a SOAP fault; with what a device does. */
export function* faultFinding(evidence: Evidence): Iterable<Seen> {
  const { state, trouble } = evidence;
  if (state === 'fault') return;
  if (state === 'success') {
    yield { message: 'The server accepted the request', at: evidence.at('status'), expected };
    return;
  }
  yield {
    message: `The server refused with ${trouble}`,
    at: evidence.at(state === 'broken' ? 'connection' : 'body'),
    expected,
    actual: trouble,
    impact: deviceImpact(evidence),
  };
}
