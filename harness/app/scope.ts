import { profiles } from '../device/client/profiles.ts';
import { windows11 } from '../device/client/windows-11.ts';
import type { Dossier } from '../engine/evidence/dossier.ts';
import type { Kind } from '../engine/evidence/kind.ts';
import { leaves } from '../engine/evidence/leaving.ts';
import { remainingDevices } from '../engine/evidence/remaining-devices.ts';
import { ways } from '../engine/evidence/way.ts';
import type { Way } from '../engine/evidence/way.ts';
import { wayResultsOf } from '../engine/verdict/way-results.ts';
import type { Scope } from '../engine/verdict/results.ts';

/** Those that a run enrolls as besides the client that it is. Of other clients it sends a Discover only. */
const enrolling = [windows11];

const wayNames: Readonly<Record<Way, string>> = {
  'on-premise': 'on-premise authentication',
  federated: 'federated sign-in',
  certificate: 'certificate authentication',
  entra: 'Entra join and terms of use',
};

/** What a session covers: of what a verdict speaks, as which device, and what stands beside it unjudged. */
export function scopeOf(dossier: Dossier, limitedTo: readonly string[]): Scope {
  const { session, thirdParty } = dossier;
  const { meta } = session;
  const seen = (kind: Kind): boolean => dossier.evidence.some((item) => item.kind === kind && item.state === 'success');
  const isLeft = dossier.evidence.some(leaves);
  const known = profiles.find(({ id }) => id === meta?.profile);
  const others = enrolling.filter(
    ({ id, name }) => id !== known?.id && session.exchanges.some(({ label }) => label?.variant === name),
  );
  return {
    covers: coverOf(seen, isLeft, wayOf(dossier)),
    device: known?.name ?? (thirdParty ? 'the recorded device' : 'the device of its run'),
    ...(known ? { profile: known.id } : {}),
    besides: others.map(({ name }) => name),
    notJudged: [
      ...(seen('renew') ? [] : ['renewal']),
      ...unjudgedWays(dossier),
      ...(seen('manage') ? [] : ['management sessions']),
      ...(isLeft ? [] : ['unenrollment']),
    ],
    ...(thirdParty || meta?.embedded ? {} : { remaining: remainingDevices(dossier.evidence) }),
    limitedTo,
    ...(meta?.embedded ? { embedded: true } : {}),
  };
}

/** The ways in that certificates were issued by: a recording may hold others than those that a run drives. */
function wayOf({ evidence, thirdParty }: Dossier): string {
  const credentials = evidence.flatMap(({ kind, state, facts }) =>
    kind === 'issue' && state === 'success' ? (facts.credential ?? 'none') : [],
  );
  const names = Object.entries(thirdParty ? recorded : driven).flatMap(([credential, name]) =>
    credentials.some((one) => one === credential) ? [name] : [],
  );
  if (names.length === 0) return 'enrollment without a known credential';
  return `${listOf(names)} enrollment`;
}

/** By credential, the most usual first. */
const driven: Readonly<Record<string, string>> = {
  'username-token': 'on-premise',
  'user-token': 'federated',
  jwt: 'Entra',
  certificate: 'certificate',
};

/** Nobody knows how a recorded device came to its token. */
const recorded: Readonly<Record<string, string>> = { ...driven, 'user-token': 'token' };

function unjudgedWays(dossier: Dossier): readonly string[] {
  const judged = wayResultsOf(dossier, []).filter(({ state }) => state === 'judged');
  return ways.filter((way) => !judged.some((one) => one.way === way)).map((way) => wayNames[way]);
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function coverOf(seen: (kind: Kind) => boolean, isLeft: boolean, way: string): string {
  const sessions = [...(seen('manage') ? ['management sessions'] : []), ...(isLeft ? ['unenrollment'] : [])];
  if (seen('issue')) return listOf([way, ...(seen('renew') ? ['renewal'] : []), ...sessions]);
  if (seen('get-policies')) return 'discovery and policies';
  if (seen('discover')) return 'discovery';
  return sessions.length === 0 ? 'no message of an enrollment' : listOf(sessions);
}
