import type { Seen } from '../../../harness/engine/check.ts';
import type { Evidence } from '../../../harness/engine/evidence.ts';
import { deviceHresult } from '../../../harness/faults/device-hresult.ts';
import { shownCode } from '../../../harness/faults/shown-code.ts';

const expected = 'a SOAP fault';

/** Says that a request which had to be refused got something else than a SOAP fault, and what a device makes of it. */
export function* faultFinding(evidence: Evidence): Iterable<Seen> {
  const { exchange, state, trouble } = evidence;
  if (state === 'fault') return;
  if (state === 'success') {
    yield { message: 'The server accepted the request', at: evidence.at('status'), expected };
    return;
  }
  const shown = shownCode(deviceHresult(exchange.answer));
  yield {
    message: `The server refused with ${trouble}${shown}`,
    at: evidence.at(state === 'broken' ? 'connection' : 'body'),
    expected,
    actual: trouble,
  };
}
