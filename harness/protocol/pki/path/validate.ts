import type { Certificate } from '../read/certificate.ts';
import { isSelfSigned } from '../read/chain-link.ts';
import { adviceOn } from './advice.ts';
import { nameOf, toFinding, type Observation, type PathFinding, type Seat } from './finding.ts';
import { createJudge, type Demands, type Judge } from './judge.ts';
import { createCandidates, findPath, followNames, type JudgedPath } from './search.ts';
import { wrongSignature } from './wrong-signature.ts';
import { createWork, limits, type Effort, type Work } from './work.ts';

export type { PathFinding } from './finding.ts';
export type { PeerName } from './peer-name.ts';
export type { Purpose } from './purpose.ts';
export type { RuleId } from './rules.ts';

/** What a path is made of, and what it is judged for. */
export interface PathOptions extends Demands {
  /** Certificates that are trusted, roots or not. What RFC 5280 says of certificates holds for them too. */
  readonly anchors: readonly Certificate[];
  /** In any order, with or without those that are needed. */
  readonly intermediates?: readonly Certificate[];
}

/** The judgement on one leaf. */
export interface PathVerdict {
  /** Whether a path leads to an anchor in which nothing departs from RFC 5280; warnings aside. */
  readonly valid: boolean;
  /** From the leaf upwards. Of a valid path, only warnings. */
  readonly findings: readonly PathFinding[];
  /** What breaks no rule of validation and is worth knowing, whatever the verdict is: weak keys, a purpose that was not judged. */
  readonly warnings: readonly PathFinding[];
  /** The path that was judged, the leaf first: the valid one, or the one with the least serious errors. */
  readonly path: readonly Certificate[];
  /** Limited, whatever the certificates are. */
  readonly effort: Effort;
}

/** Validates by RFC 5280 section 6 and its certificate profile. Revocation is not looked at. */
export function validatePath(leaf: Certificate, { anchors, intermediates = [], ...demands }: PathOptions): PathVerdict {
  const work = createWork();
  const judge = createJudge(demands, work);
  const candidates = createCandidates(anchors, intermediates);
  const search = { candidates, judge, work };
  const found = findPath(leaf, search);
  const { seats, findings } = found ?? judgeDeadEnd(followNames(leaf, search), judge);
  const isSettled = found?.findings.every(({ level }) => level !== 'error') === true;
  const all = [...findings, ...(isSettled ? [] : limitFinding(seats, work))].toSorted(
    (a, b) => a.certificate.depth - b.certificate.depth,
  );
  return {
    valid: !all.some(({ level }) => level === 'error'),
    findings: all,
    warnings: adviceOn(seats, demands.purpose),
    path: seats.map(({ certificate }) => certificate),
    effort: work.effort(),
  };
}

/** The findings on a chain of names without a path: it ends, or it has a wrong signature. */
function judgeDeadEnd(seats: readonly Seat[], judge: Judge): JudgedPath {
  const findings = seats.flatMap((seat, index) => {
    const below = seats.slice(0, index);
    const child = below.at(-1);
    return [
      ...judge.own(seat),
      ...(child ? judge.joint(below, seat) : []),
      ...(child && !child.certificate.signedBy(seat.certificate) ? [wrongSignature(child, seat)] : []),
    ];
  });
  const last = seats.at(-1);
  return { seats, findings: [...findings, ...(last && !last.isAnchor ? [deadEnd(last)] : [])] };
}

function deadEnd(last: Seat): PathFinding {
  const { certificate, depth } = last;
  const where = `The path ends at ${nameOf(certificate)}`;
  const field = 'tbsCertificate.issuer';
  if (depth >= limits.intermediates) {
    const message = `${where} without an anchor: no path may have more than ${limits.intermediates} intermediates`;
    return toFinding({ rule: 'search-limit', field, message }, last);
  }
  const why = isSelfSigned(certificate)
    ? 'which is self-signed and not trusted'
    : `and no further certificate of its issuer "${certificate.issuer.toString()}" is at hand`;
  return toFinding({ rule: 'trust-anchor', field, message: `${where}, ${why}` }, last);
}

/** A search that reached a limit has not shown that there is no better path. */
function limitFinding([leaf]: readonly Seat[], work: Work): PathFinding[] {
  const exceeded = work.exceeded();
  if (!leaf || !exceeded || exceeded === 'comparisons') return [];
  const effort = work.effort();
  const message = `The search for a path from ${nameOf(leaf.certificate)} was given up after ${effort.steps} steps and ${effort.signatures} signatures`;
  const observation: Observation = { rule: 'search-limit', field: 'tbsCertificate.issuer', message };
  return [toFinding(observation, leaf)];
}
