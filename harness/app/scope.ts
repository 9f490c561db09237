import { windows10 } from '../device/client/profile.ts';
import { windows11 } from '../device/client/windows-11.ts';
import type { Dossier } from '../engine/evidence/dossier.ts';
import type { Kind } from '../engine/evidence/kind.ts';
import type { Scope } from '../engine/verdict/results.ts';

const profiles = [windows10, windows11];

/** Ways and parts of MS-MDE2 that no run of this version drives. */
const undriven: readonly string[] = [
  'federated sign-in',
  'certificate authentication',
  'Entra join and terms of use',
  'management sessions',
  'unenrollment',
];

/** What a session covers: of what a verdict speaks, as which device, and what stands beside it unjudged. */
export function scopeOf(dossier: Dossier, limitedTo: readonly string[]): Scope {
  const { session, thirdParty } = dossier;
  const { meta } = session;
  const seen = (kind: Kind): boolean => dossier.evidence.some((item) => item.kind === kind && item.state === 'success');
  const known = profiles.find(({ id }) => id === meta?.profile);
  const others = profiles.filter(
    ({ id, name }) => id !== known?.id && session.exchanges.some(({ label }) => label?.variant === name),
  );
  return {
    covers: coverOf(seen, wayOf(dossier)),
    device: known?.name ?? (thirdParty ? 'the recorded device' : 'the device of its run'),
    ...(known ? { profile: known.id } : {}),
    besides: others.map(({ name }) => name),
    notJudged: [...(seen('renew') ? [] : ['renewal']), ...undriven],
    limitedTo,
    ...(meta?.embedded ? { embedded: true } : {}),
  };
}

/** The way in that the certificates were issued by: a recording may hold others than the one that a run drives. */
function wayOf({ evidence }: Dossier): string {
  const credentials = evidence.flatMap(({ kind, state, facts }) =>
    kind === 'issue' && state === 'success' ? (facts.credential ?? 'none') : [],
  );
  if (credentials.includes('username-token')) return 'on-premise enrollment';
  if (credentials.includes('jwt')) return 'enrollment with a token of Microsoft Entra';
  if (credentials.includes('user-token')) return 'enrollment with a token';
  return credentials.includes('certificate')
    ? 'enrollment with a certificate'
    : 'enrollment without a known credential';
}

function coverOf(seen: (kind: Kind) => boolean, way: string): string {
  if (seen('issue')) return seen('renew') ? `${way} and renewal` : way;
  if (seen('get-policies')) return 'discovery and policies';
  return seen('discover') ? 'discovery' : 'no message of an enrollment';
}
