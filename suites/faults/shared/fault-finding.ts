import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { shownBy } from '../../../harness/engine/rule/shown-by.ts';

const expected = 'a SOAP fault';

/** The finding that a wrong request got something else than a SOAP fault, with the code that a device shows. */
export function* faultFinding(evidence: Evidence): Iterable<Seen> {
  const { state, trouble } = evidence;
  if (state === 'fault') return;
  if (state === 'success') {
    yield { message: 'The server accepted the request', at: evidence.at('status'), expected };
    return;
  }
  yield {
    message: `The server refused with ${trouble}${shownBy(evidence)}`,
    at: evidence.at(state === 'broken' ? 'connection' : 'body'),
    expected,
    actual: trouble,
  };
}
