import type { Evidence } from './evidence.ts';
import type { Kind } from './kind.ts';

const credentialKinds: readonly Kind[] = ['get-policies', 'issue'];
const doors: readonly number[] = [401, 403];

/** Whether an answer refuses the credential of its request, by a fault or by an HTTP status. */
export function isCredentialRefused(item: Evidence): boolean {
  if (!credentialKinds.includes(item.kind) || item.state === 'success' || item.state === 'broken') return false;
  if (doors.includes(item.response.status)) return true;
  return item.state === 'fault' && ['Authentication', 'InvalidSecurity'].includes(item.fault.subcode ?? '');
}

/**
 * Whether the server may have locked the user out, or this machine: it accepted such requests, then refused a wrong credential, and the
 * last valid request of all is refused for the right one. That is its right, and says nothing of how it answers valid requests.
 */
export function isLockedOut(item: Evidence, evidence: readonly Evidence[]): boolean {
  if (!isValid(item) || !isCredentialRefused(item)) return false;
  const valid = evidence.filter((other) => credentialKinds.includes(other.kind) && isValid(other));
  const last = valid.reduce<Evidence | undefined>((a, b) => (a && a.now > b.now ? a : b), undefined);
  const isBefore = ({ now }: Evidence): boolean => now <= item.now;
  return (
    last !== undefined &&
    isCredentialRefused(last) &&
    valid.some((other) => other.kind === item.kind && other.state === 'success' && isBefore(other)) &&
    evidence.some((other) => !isValid(other) && isCredentialRefused(other) && isBefore(other))
  );
}

function isValid({ facts }: Evidence): boolean {
  return facts.deviations.length === 0;
}
