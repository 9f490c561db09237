import type { Evidence } from './evidence.ts';
import { leadsOn } from './leads-on.ts';

/** Whether a valid request got what it asks for: its message, or a page of the sign-in that leads on. */
export function isGranted(evidence: Evidence): boolean {
  return evidence.state === 'success' || (evidence.kind === 'authenticate' && leadsOn(evidence));
}
