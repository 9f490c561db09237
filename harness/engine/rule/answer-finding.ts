import { answerSeen } from './answer-seen.ts';
import type { Seen } from './check.ts';
import { deviceImpact } from './device-impact.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** The finding of every answer check: a valid request got something else than its message, and what a device does then. */
export function* answerFinding(evidence: Evidence): Iterable<Seen> {
  for (const seen of answerSeen(evidence)) yield { ...seen, impact: deviceImpact(evidence) };
}
