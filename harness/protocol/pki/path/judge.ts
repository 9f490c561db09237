import { isSelfIssued } from '../read/chain-link.ts';
import { extensionField } from '../read/oddities.ts';
import { authorityKeyRules, authorityRules, issuerKeyRules, issuerRules } from './authority-rules.ts';
import { fieldRules, validityRule } from './certificate-rules.ts';
import { extensionRules } from './extension-rules.ts';
import { nameOf, toFinding, type Observation, type PathFinding, type Seat } from './finding.ts';
import { nameConstraintRules } from './name-constraint-rules.ts';
import { nameLimits } from './name-limits.ts';
import { peerNameRule, type PeerName } from './peer-name.ts';
import { policyFormRules, policyRule } from './policy-rules.ts';
import { purposeRule, type Purpose } from './purpose.ts';
import { rules } from './rules.ts';
import { subjectRules } from './subject-rules.ts';
import type { Work } from './work.ts';

/** What a path is judged for. */
export interface Demands {
  readonly at: Date;
  /** Left out: extended key usages are not looked at. */
  readonly purpose?: Purpose;
  /** Each of them has to be among the leaf's names. */
  readonly names?: readonly PeerName[];
  /** Intermediates, those that issued themselves not counted. */
  readonly maxDepth?: number;
  /** How much later than `at` a validity may begin, for clocks that differ. */
  readonly toleranceMs?: number;
}

/** The findings on a path, in the order in which a search finds them. */
export interface Judge {
  /** About one certificate, whatever the rest of the path is. */
  own(seat: Seat): readonly PathFinding[];
  /** About the certificates below an authority. */
  joint(below: readonly Seat[], issuer: Seat): readonly PathFinding[];
  /** On a path that reaches its anchor. */
  whole(path: readonly Seat[]): readonly PathFinding[];
}

/** Judges by all rules of RFC 5280 section 6 and of its certificate profile. */
export function createJudge(demands: Demands, work: Work): Judge {
  const known = new Map<string, readonly PathFinding[]>();
  return {
    own: (seat) => {
      const key = `${seat.certificate.sha1} ${seat.depth === 0 ? 'leaf' : String(seat.isAnchor)}`;
      const findings = known.get(key) ?? first(inSeat(seat, ownRules(seat, demands)));
      known.set(key, findings);
      return findings.map((finding) => atDepth(finding, seat.depth));
    },
    joint: (below, issuer) => first(jointRules(below, issuer, demands, work)),
    whole: (path) => first(policyRule(path)),
  };
}

/** A limit, because one certificate could have a million errors. It never hides an error that stops a device. */
const most = 100;

function first(all: Iterable<readonly [Observation, Seat]>): PathFinding[] {
  const counts = { stops: 0, others: 0 };
  const found: PathFinding[] = [];
  for (const [observation, seat] of all) {
    const kind = rules[observation.rule].stopsDevice ? 'stops' : 'others';
    counts[kind] += 1;
    if (counts[kind] <= most) found.push(toFinding(observation, seat));
  }
  return found;
}

function* inSeat(seat: Seat, all: Iterable<Observation>): Iterable<readonly [Observation, Seat]> {
  for (const observation of all) yield [observation, seat];
}

function atDepth(finding: PathFinding, depth: number): PathFinding {
  return { ...finding, certificate: { ...finding.certificate, depth } };
}

function* ownRules(seat: Seat, { at, purpose, names = [], toleranceMs = 0 }: Demands): Iterable<Observation> {
  const { certificate, depth } = seat;
  yield* validityRule(seat, at, toleranceMs);
  yield* issuerRules(seat);
  if (purpose) yield* purposeRule(seat, purpose);
  yield* extensionRules(certificate);
  yield* fieldRules(seat);
  yield* subjectRules(certificate);
  yield* authorityRules(certificate);
  yield* authorityKeyRules(seat);
  yield* nameConstraintRules(certificate);
  yield* policyFormRules(certificate);
  if (depth === 0) yield* peerNameRule(certificate, names);
}

function* jointRules(
  below: readonly Seat[],
  issuer: Seat,
  { maxDepth = Infinity }: Demands,
  work: Work,
): Iterable<readonly [Observation, Seat]> {
  const { certificate } = issuer;
  const child = below.at(-1);
  if (child) for (const seen of issuerKeyRules(child.certificate, certificate)) yield [seen, child];
  const counted = below.filter((seat) => seat.depth > 0 && !isSelfIssued(seat.certificate)).length;
  if (counted > (certificate.pathLength ?? Infinity)) {
    const message = `${nameOf(certificate)} allows ${certificate.pathLength ?? 0} intermediates below it, and there are ${counted}`;
    yield [{ rule: 'path-length', field: `${extensionField('basicConstraints')}.pathLenConstraint`, message }, issuer];
  }
  if (!issuer.isAnchor && !isSelfIssued(certificate) && counted === maxDepth) {
    const message = `${nameOf(certificate)} is intermediate number ${counted + 1} of the path, and at most ${maxDepth} are allowed`;
    yield [{ rule: 'max-depth', field: 'tbsCertificate.subject', message }, issuer];
  }
  for (const seat of below) {
    for (const seen of nameLimits(seat, certificate, (count) => work.compare(count))) yield [seen, seat];
  }
}
