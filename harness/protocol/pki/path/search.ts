import type { Certificate } from '../read/certificate.ts';
import { nameKey } from '../read/name.ts';
import type { PathFinding, Seat } from './finding.ts';
import type { Judge } from './judge.ts';
import { limits, type Work } from './work.ts';

/** A path from the leaf upwards, and what is to be said of it. */
export interface JudgedPath {
  readonly seats: readonly Seat[];
  readonly findings: readonly PathFinding[];
}

/** The certificates that a path may be made of. */
export interface Candidates {
  readonly isAnchor: (certificate: Certificate) => boolean;
  /** Those that may have issued the last certificate of a path, by name, the likeliest first. */
  readonly issuers: (seats: readonly Seat[]) => readonly Certificate[];
  /** Whether a chain of names leads from a certificate to an anchor. */
  readonly reaches: (certificate: Certificate) => boolean;
}

/** Sorts anchors and intermediates by name. A certificate that is given twice counts once, as an anchor if it is among them. */
export function createCandidates(anchors: readonly Certificate[], intermediates: readonly Certificate[]): Candidates {
  const all = new Map([...intermediates, ...anchors].map((certificate) => [certificate.sha1, certificate]));
  const trusted = new Set(anchors.map(({ sha1 }) => sha1));
  const isAnchor = ({ sha1 }: Certificate): boolean => trusted.has(sha1);
  const bySubject = group([...all.values()], ({ subject }) => nameKey(subject));
  const reaching = namesThatReach([...all.values()], isAnchor);
  return {
    isAnchor,
    issuers: (seats) => issuersOf(seats, bySubject, isAnchor),
    reaches: (certificate) => isAnchor(certificate) || reaching.has(nameKey(certificate.issuer)),
  };
}

function group(
  certificates: readonly Certificate[],
  keyOf: (certificate: Certificate) => string,
): ReadonlyMap<string, readonly Certificate[]> {
  const groups = new Map<string, Certificate[]>();
  for (const certificate of certificates) {
    const key = keyOf(certificate);
    const members = groups.get(key);
    if (members) members.push(certificate);
    else groups.set(key, [certificate]);
  }
  return groups;
}

/** The names of which a certificate stands at the end of a chain of names that begins at an anchor. */
function namesThatReach(all: readonly Certificate[], isAnchor: (certificate: Certificate) => boolean): Set<string> {
  const byIssuer = group(all, ({ issuer }) => nameKey(issuer));
  const reaching = new Set(all.filter(isAnchor).map(({ subject }) => nameKey(subject)));
  // A set is walked to its end, also where it grows on the way.
  for (const name of reaching) {
    for (const { subject } of byIssuer.get(name) ?? []) reaching.add(nameKey(subject));
  }
  return reaching;
}

/** Nothing comes twice, nor does a name with its key: what that leads to, it led to before (RFC 4158 section 2.4.2). */
function issuersOf(
  seats: readonly Seat[],
  bySubject: ReadonlyMap<string, readonly Certificate[]>,
  isAnchor: (certificate: Certificate) => boolean,
): readonly Certificate[] {
  const last = seats.at(-1)?.certificate;
  if (!last) return [];
  const wanted = last.authorityKeyId;
  const score = (issuer: Certificate): number =>
    (isAnchor(issuer) ? 2 : 0) + (wanted !== undefined && issuer.subjectKeyId === wanted ? 1 : 0);
  return (bySubject.get(nameKey(last.issuer)) ?? [])
    .filter((issuer) => !seats.some((seat) => isSame(seat, issuer)))
    .toSorted((a, b) => score(b) - score(a));
}

function isSame({ certificate, depth }: Seat, issuer: Certificate): boolean {
  if (certificate.sha1 === issuer.sha1) return true;
  return (
    depth > 0 &&
    Buffer.compare(certificate.publicKey.spki, issuer.publicKey.spki) === 0 &&
    nameKey(certificate.subject) === nameKey(issuer.subject)
  );
}

interface Search {
  readonly candidates: Candidates;
  readonly judge: Judge;
  readonly work: Work;
}

/**
 * The first path to an anchor without an error above the leaf; in a second search, the path with the least errors by `weigh`.
 * Undefined if no chain of names and signatures leads to an anchor, or none was found within the limits.
 */
export function findPath(leaf: Certificate, search: Search): JudgedPath | undefined {
  return climbAll(leaf, search, true) ?? climbAll(leaf, search, false);
}

function climbAll(leaf: Certificate, search: Search, isStrict: boolean): JudgedPath | undefined {
  const { candidates, judge, work } = search;
  const start: Seat = { certificate: leaf, depth: 0, isAnchor: candidates.isAnchor(leaf) };
  let best: JudgedPath | undefined;
  work.begin();
  const climb = ({ seats, findings }: JudgedPath): boolean => {
    const last = seats.at(-1) ?? start;
    if (last.isAnchor) {
      const whole = judge.whole(seats);
      if (isStrict && whole.some(isError)) return false;
      const path = { seats, findings: [...findings, ...whole] };
      if (!best || weigh(path) < weigh(best)) best = path;
      return isStrict;
    }
    return candidates.issuers(seats).some((certificate) => {
      const next = { certificate, depth: seats.length, isAnchor: candidates.isAnchor(certificate) };
      if (!candidates.reaches(certificate) || (!next.isAnchor && next.depth > limits.intermediates)) return false;
      if (!work.isSigned(last.certificate, certificate) || !work.step()) return false;
      const added = [...judge.own(next), ...judge.joint(seats, next)];
      if (isStrict && added.some(isError)) return false;
      return climb({ seats: [...seats, next], findings: [...findings, ...added] });
    });
  };
  climb({ seats: [start], findings: judge.own(start) });
  return best;
}

function isError({ level }: PathFinding): boolean {
  return level === 'error';
}

/** What stops a device weighs more than all else, and errors more than length. */
function weigh({ seats, findings }: JudgedPath): number {
  const stops = findings.filter(({ stopsDevice }) => stopsDevice).length;
  return stops * 1e6 + findings.filter(isError).length * 1e3 + seats.length;
}

/** How far a chain of names leads where none leads to an anchor by signatures too; the signatures on the way may be wrong. */
export function followNames(leaf: Certificate, { candidates, work }: Search): readonly Seat[] {
  const seats: Seat[] = [{ certificate: leaf, depth: 0, isAnchor: candidates.isAnchor(leaf) }];
  for (let last = seats[0]; last && !last.isAnchor && seats.length <= limits.intermediates; last = seats.at(-1)) {
    const { certificate: child } = last;
    const issuers = candidates.issuers(seats);
    const certificate = issuers.find((issuer) => work.isSigned(child, issuer)) ?? issuers[0];
    if (!certificate) break;
    seats.push({ certificate, depth: seats.length, isAnchor: candidates.isAnchor(certificate) });
  }
  return seats;
}
