import type { Seen } from './check.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { deviceImpact } from './device-impact.ts';

/** The finding of every answer check: a valid request got something else than its message, and what a device does then. */
export function* answerFinding(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { state, trouble } = evidence;
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield { message: `The server answered with ${trouble}`, at: evidence.at(part), impact: deviceImpact(evidence) };
}
