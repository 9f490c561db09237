import type { Evidence } from '../evidence/evidence.ts';
import { deviceImpact } from './device-impact.ts';
import type { Impact } from './impact.ts';

/** What a user of Windows does wrong. `schema` alone says nothing: it stands beside the defect itself. */
const byUsers: readonly string[] = ['schema', 'wrong-password', 'near-miss-password', 'empty-password', 'unknown-user'];
/** A state of the server is of no request; but a device asks for no renewal that is early, and for none after its certificate expired. */
const byNobody: readonly string[] = ['state-early-renewal', 'state-expired-certificate'];

const noReason: Impact = {
  kind: 'unknown',
  says: 'Windows sends no such request; whoever does learns no reason, or a wrong one',
};

/**
 * What becomes of a refusal of a wrong request whose form or reason is not the due one. Windows sends few wrong requests: those that its user
 * causes, and those that the server refuses for its own state. Of any other, no device can tell.
 */
export function refusalImpact(evidence: Evidence): Impact {
  const isByWindows = evidence.facts.deviations.every(
    (name) => byUsers.includes(name) || (name.startsWith('state-') && !byNobody.includes(name)),
  );
  return isByWindows ? deviceImpact(evidence) : noReason;
}
