import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { shownBy } from '../../../harness/engine/rule/shown-by.ts';

/** Says that an answer is neither the message that is due nor a SOAP fault, and what a device makes of it. */
export function* unreadAnswer(evidence: Evidence, expected: string): Iterable<Seen> {
  const { state, trouble, at } = evidence;
  if (state === 'success' || state === 'fault') return;
  yield {
    message: `The server answered with ${trouble}${shownBy(evidence)}`,
    at: at(state === 'broken' ? 'connection' : 'status'),
    expected,
  };
}
