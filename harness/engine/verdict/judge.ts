import type { Check, Seen } from '../rule/check.ts';
import { gravest } from '../rule/impact.ts';
import type { Impact } from '../rule/impact.ts';
import { kindOfMust } from '../rule/kind-of-must.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Finding, Judgement, Outcome, RequirementNote } from './results.ts';
import { absence, hindrance } from '../selection/absence/absence.ts';
import { select } from '../selection/select.ts';
import type { Match } from '../selection/match.ts';
import { UnusableEvidence } from '../evidence/unusable.ts';

/** The outcome on one match. */
interface MatchOutcome {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly blockedBy?: string;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly number[];
}

/** The limit of findings on one match, so that a document with ten thousand errors does not fill the report. */
export const mostFindings = 100;

/** The limit of characters that a finding quotes. */
export const longestQuote = 2000;

/** Worst first: the outcome of a check is the worst of its matches. */
const severity: readonly Outcome[] = ['errored', 'failed', 'inconclusive', 'passed', 'inapplicable'];

/** Judges a session by one check. Pure: the same session always gives the same judgement. */
export function judge(check: Check, dossier: Dossier, note: (id: string) => RequirementNote): Judgement {
  const outcomes = select(check, dossier).map((match) => outcomeOf(check, match, dossier));
  const folded = fold(outcomes.length > 0 ? outcomes : [nothing(check, dossier)]);
  const outcome = outcomes.length > 0 ? orHindered(folded, check, dossier) : folded;
  return { ...describe(check, note), ...outcome, impact: impactOf(check, outcome.findings) };
}

/** `inapplicable` is said of the server alone: where something else kept the condition from being met, nobody knows. */
function orHindered(folded: MatchOutcome, check: Check, dossier: Dossier): MatchOutcome {
  return { ...folded, ...(folded.outcome === 'inapplicable' ? hindrance(check, dossier) : undefined) };
}

/** The gravest of its findings, which may know more than the check. */
function impactOf({ impact }: Check, findings: readonly Finding[]): Impact {
  return gravest(findings.map((finding) => finding.impact ?? impact)) ?? impact;
}

function describe(
  check: Check,
  note: (id: string) => RequirementNote,
): Omit<Judgement, 'outcome' | 'findings' | 'exchanges' | 'impact'> {
  const { id, title, level, basis, seen, remedy, contrived } = check;
  const [phase = ''] = id.split('/');
  const requirements = check.requirements.map(note);
  const must = kindOfMust(
    check,
    requirements.some(({ binds }) => binds),
  );
  return {
    check: id,
    phase,
    title,
    level,
    ...(must === undefined ? {} : { must }),
    ...(seen === undefined ? {} : { seen }),
    basis,
    ...(contrived === undefined ? {} : { contrived }),
    requirements,
    remedy,
  };
}

function nothing(check: Check, dossier: Dossier): MatchOutcome {
  return { ...absence(check, dossier), findings: [], exchanges: [] };
}

function outcomeOf(check: Check, match: Match, dossier: Dossier): MatchOutcome {
  const { exchanges } = match;
  if (match.kind === 'unusable') return inconclusive(match.reason, match.blockedBy, exchanges);
  const findings: Finding[] = [];
  try {
    if (check.applies && !check.applies.test(match.evidence)) {
      return { outcome: 'inapplicable', reason: `applies when ${check.applies.when}`, findings, exchanges };
    }
    for (const seen of check.judge(match.evidence)) {
      const isLast = findings.length === mostFindings;
      findings.push(
        findingOf(
          isLast
            ? { message: `There are more findings of this kind; only ${mostFindings} are listed`, at: seen.at }
            : seen,
          dossier,
        ),
      );
      if (isLast) break;
    }
    return { outcome: findings.length === 0 ? 'passed' : 'failed', findings, exchanges };
  } catch (error) {
    if (!(error instanceof UnusableEvidence)) return { outcome: 'errored', reason: String(error), findings, exchanges };
    if (findings.length === 0) return inconclusive(error.message, error.blockedBy, exchanges);
    return { outcome: 'failed', findings, exchanges };
  }
}

function inconclusive(reason: string, blockedBy: string | undefined, exchanges: readonly number[]): MatchOutcome {
  return {
    outcome: 'inconclusive',
    reason,
    ...(blockedBy === undefined ? {} : { blockedBy }),
    findings: [],
    exchanges,
  };
}

function findingOf({ message, at, expected, actual, impact }: Seen, dossier: Dossier): Finding {
  const variant = dossier.session.exchanges[at.exchange]?.label?.variant;
  return {
    message: cut(message),
    exchange: at.exchange,
    part: at.part,
    ...(at.path === undefined ? {} : { path: cut(at.path) }),
    ...(expected === undefined ? {} : { expected: cut(expected) }),
    ...(actual === undefined ? {} : { actual: cut(actual) }),
    ...(variant === undefined ? {} : { variant }),
    ...(impact === undefined ? {} : { impact }),
  };
}

function cut(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}… (${text.length} characters)`;
}

function fold(outcomes: readonly MatchOutcome[]): Omit<MatchOutcome, never> {
  const outcome = severity.find((candidate) => outcomes.some((one) => one.outcome === candidate)) ?? 'inconclusive';
  const decisive = outcomes.find((one) => one.outcome === outcome);
  return {
    outcome,
    ...(decisive?.reason === undefined ? {} : { reason: decisive.reason }),
    ...(decisive?.blockedBy === undefined ? {} : { blockedBy: decisive.blockedBy }),
    exchanges: [...new Set(outcomes.flatMap(({ exchanges }) => exchanges))].sort((a, b) => a - b),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}
