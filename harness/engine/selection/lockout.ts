import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';

const credentialKinds: readonly Kind[] = ['get-policies', 'issue'];
const refusingStatuses: readonly number[] = [401, 403];

/** Whether an answer refuses the credential of its request, by a fault or by an HTTP status. */
export function isCredentialRefused(item: Evidence): boolean {
  if (!credentialKinds.includes(item.kind) || item.state === 'success' || item.state === 'broken') return false;
  if (refusingStatuses.includes(item.response.status)) return true;
  return item.state === 'fault' && ['Authentication', 'InvalidSecurity'].includes(item.fault.subcode ?? '');
}

/** How a server went on letting users in. */
interface Admission {
  /** When it first let in a valid request of a kind. */
  readonly accepted: ReadonlyMap<Kind, Date>;
  /** When it first refused a wrong credential. */
  readonly refused?: Date;
  /** Whether it refuses the last valid request of all for its credential. */
  readonly isClosed: boolean;
}

/** By the evidence of a session: every check asks anew. */
const known = new WeakMap<readonly Evidence[], Admission>();

function admissionIn(evidence: readonly Evidence[]): Admission {
  const admission = known.get(evidence) ?? readAdmission(evidence);
  known.set(evidence, admission);
  return admission;
}

function readAdmission(evidence: readonly Evidence[]): Admission {
  const inOrder = evidence
    .filter(({ kind }) => credentialKinds.includes(kind))
    .toSorted((one, other) => one.now.getTime() - other.now.getTime());
  const valid = inOrder.filter(isValid);
  const successes = valid.filter(({ state }) => state === 'success');
  const refused = inOrder.find((item) => !isValid(item) && isCredentialRefused(item))?.now;
  const last = valid.at(-1);
  return {
    accepted: new Map(successes.toReversed().map(({ kind, now }) => [kind, now])),
    ...(refused ? { refused } : {}),
    isClosed: last !== undefined && isCredentialRefused(last),
  };
}

/**
 * Whether the server may have locked the user out, or this machine: it accepted such requests, then refused a wrong credential, and the
 * last valid request of all is refused for the right one. That is its right, and says nothing of how it answers valid requests.
 */
export function isLockedOut(item: Evidence, evidence: readonly Evidence[]): boolean {
  if (!isValid(item) || !isCredentialRefused(item)) return false;
  const { accepted, refused, isClosed } = admissionIn(evidence);
  const isBefore = (instant: Date | undefined): boolean => instant !== undefined && instant <= item.now;
  return isClosed && isBefore(accepted.get(item.kind)) && isBefore(refused);
}

function isValid({ facts }: Evidence): boolean {
  return facts.deviations.length === 0;
}
