import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { shownBy } from '../../../harness/engine/rule/shown-by.ts';

const expected = 'a SOAP fault';

/** Says that a request which had to be refused got something else than a SOAP fault, and what a device makes of it. */
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
