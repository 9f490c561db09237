import type { Seen } from './check.ts';
import type { Evidence } from '../evidence/evidence.ts';

/**
 * The finding that a valid request got something else than its message. It claims nothing about devices, so the impact is that of the check:
 * for requests that no Windows sends.
 */
export function* answerSeen(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { state, trouble } = evidence;
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield { message: `The server answered with ${trouble}`, at: evidence.at(part) };
}
