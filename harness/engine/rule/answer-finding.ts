import type { Seen } from './check.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { shownBy } from './shown-by.ts';

/** The finding of every answer check: a valid request got something else than its message, and what a device shows then. */
export function* answerFinding(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { state, trouble } = evidence;
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield { message: `The server answered with ${trouble}${shownBy(evidence)}`, at: evidence.at(part) };
}
