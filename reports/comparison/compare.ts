import type { Level } from '../../harness/engine/rule/check.ts';
import type { Judgement, Outcome, Results } from '../../harness/engine/verdict/results.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { reasonOf } from '../text/wording.ts';
import { compareExecuted, type Executed } from './executed.ts';

/** A check that another run judged otherwise. */
export interface Change {
  readonly check: string;
  readonly level: Level;
  readonly title: string;
  /** Missing where the run did not have the check. */
  readonly before?: Outcome;
  readonly after?: Outcome;
  /** The headline of its cause, in the run where it failed. */
  readonly cause?: string;
  /** The check that failed first, for one that is no longer judged. */
  readonly blockedBy?: string;
  /** The failure that is told of is waived; it counts as any other. */
  readonly isWaived?: true;
  /** What was seen, or why it was not judged. */
  readonly says: string;
  /** Of the findings that came or went. */
  readonly fingerprints: readonly string[];
}

/** How one run differs from an earlier one. Each check is in one list at most, but for one that got better and worse at once. */
export interface Comparison {
  /** It passed, and fails now. */
  readonly regressed: readonly Change[];
  /** It failed, and shows deviations now that it did not show. */
  readonly worsened: readonly Change[];
  /** It was not judged, and fails now. */
  readonly found: readonly Change[];
  /** It failed and passes now, or shows less of what it showed. */
  readonly fixed: readonly Change[];
  /** It was judged, and is no longer. */
  readonly lost: readonly Change[];
  /** It was not judged, and passes now. */
  readonly gained: readonly Change[];
  readonly executed: Executed;
}

/** Compares the judgements of two runs by fingerprints: ids, times, hosts and certificates of a run make no difference. Pure. */
export function compare(before: Results, after: Results): Comparison {
  const pairs = pairsOf(before, after);
  const list = (test: (pair: Pair) => Change | undefined): Change[] => pairs.flatMap((pair) => test(pair) ?? []);
  const moved = (
    from: (outcome?: Outcome) => boolean,
    to: (outcome?: Outcome) => boolean,
    shown: 'earlier' | 'later',
  ) =>
    list((pair) =>
      from(pair.earlier?.outcome) && to(pair.later?.outcome) ? changeOf(pair, shown, before, after) : undefined,
    );
  return {
    regressed: moved(isPassed, isFailed, 'later'),
    worsened: list((pair) => partOf(pair, 'later', before, after)),
    found: moved(isUnjudged, isFailed, 'later'),
    fixed: [...moved(isFailed, isPassed, 'earlier'), ...list((pair) => partOf(pair, 'earlier', before, after))],
    lost: moved((outcome) => !isUnjudged(outcome), isUnjudged, 'later'),
    gained: moved(isUnjudged, isPassed, 'later'),
    executed: compareExecuted(before, after),
  };
}

/** Whether a build should fail: something got worse, or less was tested. */
export function isWorse({ regressed, worsened, lost, executed }: Comparison): boolean {
  return [regressed, worsened, lost, executed.gone].some(({ length }) => length > 0);
}

interface Pair {
  readonly earlier?: Judgement;
  readonly later?: Judgement;
}

const isPassed = (outcome?: Outcome): boolean => outcome === 'passed';
const isFailed = (outcome?: Outcome): boolean => outcome === 'failed';
const isUnjudged = (outcome?: Outcome): boolean => !isPassed(outcome) && !isFailed(outcome);

function pairsOf(before: Results, after: Results): readonly Pair[] {
  const earlier = new Map(allJudgements(before).map((judgement) => [judgement.check, judgement]));
  const later = new Set(allJudgements(after).map(({ check }) => check));
  return [
    ...allJudgements(after).map((judgement): Pair => {
      const other = earlier.get(judgement.check);
      return other === undefined ? { later: judgement } : { earlier: other, later: judgement };
    }),
    ...allJudgements(before)
      .filter(({ check }) => !later.has(check))
      .map((judgement): Pair => ({ earlier: judgement })),
  ];
}

/** A check that fails in both runs, by the deviations that only one of them shows. */
function partOf(pair: Pair, shown: 'earlier' | 'later', before: Results, after: Results): Change | undefined {
  const { earlier, later } = pair;
  if (earlier?.outcome !== 'failed' || later?.outcome !== 'failed') return undefined;
  const [own, other] = shown === 'later' ? [later, earlier] : [earlier, later];
  const known = new Set(fingerprintsOf(other));
  const only = own.findings.filter((finding) => !known.has(fingerprintOf(own.check, finding)));
  return only.length === 0 ? undefined : changeOf(pair, shown, before, after, { ...own, findings: only });
}

function changeOf(
  { earlier, later }: Pair,
  shown: 'earlier' | 'later',
  before: Results,
  after: Results,
  judgement = (shown === 'later' ? later : earlier) ?? earlier ?? later,
): Change | undefined {
  if (!judgement) return undefined;
  const { check, level, title, blockedBy } = judgement;
  const results = shown === 'later' ? after : before;
  const cause = results.causes.find(({ checks }) => checks.includes(check))?.headline;
  return {
    check,
    level,
    title,
    ...(earlier ? { before: earlier.outcome } : {}),
    ...(later ? { after: later.outcome } : {}),
    ...(cause === undefined ? {} : { cause }),
    ...(blockedBy === undefined || judgement !== later ? {} : { blockedBy }),
    ...(judgement.waived === undefined ? {} : ({ isWaived: true } as const)),
    says: saysOf(judgement, later),
    fingerprints: [...new Set(fingerprintsOf(judgement))],
  };
}

function saysOf(judgement: Judgement, later: Judgement | undefined): string {
  const [finding] = judgement.findings;
  if (later === undefined) return 'the second run does not have the check';
  if (finding === undefined) return judgement.outcome === 'passed' ? judgement.title : reasonOf(judgement);
  const more = judgement.findings.length - 1;
  const variant = finding.variant === undefined ? '' : `with ${finding.variant}: `;
  const waived = judgement.waived === undefined ? '' : `waived until ${judgement.waived.until}: `;
  return `${waived}${variant}${finding.message}${more > 0 ? `, and ${more} more` : ''}`;
}

function fingerprintsOf({ check, findings }: Judgement): readonly string[] {
  return findings.map((finding) => fingerprintOf(check, finding));
}
