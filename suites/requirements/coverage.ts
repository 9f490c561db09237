import type { Level } from '../../harness/engine/rule/check.ts';
import type { Coverage, CoverageRow, Judgement } from '../../harness/engine/verdict/results.ts';
import { verifyingLevels } from './allowed-levels.ts';
import { documents } from './documents.ts';
import { phases } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** What coverage needs of a check. */
export interface NamingCheck {
  readonly id: string;
  readonly level: Level;
  readonly requirements: readonly string[];
}

/** What coverage needs of a judgement. */
export type JudgedCheck = Pick<Judgement, 'check' | 'outcome' | 'reason'>;

type State = Exclude<keyof CoverageRow, 'name' | 'total' | 'attainable'>;

interface Covered {
  readonly row: Requirement;
  readonly state: State;
  /** Whether a run with all states and capabilities can verify it. */
  readonly isAttainable: boolean;
  /** Why the row is not verified. */
  readonly reason: string;
}

/**
 * How far checks and their judgements cover the catalogue. Every row is in exactly one state. It counts under its phase
 * and under the first document that it cites, so the rows of each list add up to the total. A check of a lower level than the row
 * verifies no row, and neither does one of several while another is open.
 */
export function coverage(
  catalogue: readonly Requirement[],
  checks: readonly NamingCheck[],
  judgements: readonly JudgedCheck[],
): Coverage {
  const naming = checksByRequirement(checks);
  const judged = new Map(judgements.map((judgement) => [judgement.check, judgement]));
  const covered = catalogue.map((row) => cover(row, naming.get(row.id) ?? [], judged));
  return {
    total: count('Total', covered),
    documents: countEach(Object.keys(documents), covered, ({ row }) => row.source[0].document),
    phases: countEach(phases, covered, ({ row }) => row.phase),
    gaps: covered
      .filter(({ state }) => state !== 'verified')
      .map(({ row, reason }) => ({ requirement: row.id, rule: row.rule, reason })),
  };
}

function checksByRequirement(checks: readonly NamingCheck[]): ReadonlyMap<string, readonly NamingCheck[]> {
  const naming = new Map<string, NamingCheck[]>();
  for (const check of checks) {
    for (const requirement of check.requirements) naming.set(requirement, [...(naming.get(requirement) ?? []), check]);
  }
  return naming;
}

function cover(row: Requirement, naming: readonly NamingCheck[], judged: ReadonlyMap<string, JudgedCheck>): Covered {
  const levels = verifyingLevels(row);
  const checks = naming.filter(({ level }) => levels.includes(level));
  const isAttainable = checks.length > 0;
  const found = checks.map(({ id }) => ({ id, judgement: judged.get(id) }));
  const isVerified =
    found.some(({ judgement }) => isDecided(judgement)) && !found.some(({ judgement }) => isOpen(judgement));
  if (isVerified) return { row, state: 'verified', isAttainable, reason: '' };
  if (isAttainable) {
    const undecided = found.filter(({ judgement }) => !isDecided(judgement));
    const reason = undecided.map(({ id, judgement }) => explain(id, judgement)).join('; ');
    return { row, state: 'unjudged', isAttainable, reason };
  }
  if (naming.length > 0) {
    const weaker = naming.map(({ id, level }) => `${id} is ${level}`).join('; ');
    return { row, state: 'unjudged', isAttainable, reason: `The row is ${levels.join(' or ')}, and ${weaker}` };
  }
  const { verification } = row;
  if (verification.by === 'check' || verification.by === 'scenario') {
    return { row, state: 'planned', isAttainable, reason: `A check is planned: ${verification.how}` };
  }
  return { row, state: 'excluded', isAttainable, reason: verification.reason };
}

function isDecided(judgement: JudgedCheck | undefined): boolean {
  return judgement?.outcome === 'passed' || judgement?.outcome === 'failed';
}

function isOpen(judgement: JudgedCheck | undefined): boolean {
  return !isDecided(judgement) && judgement?.outcome !== 'inapplicable';
}

function explain(check: string, judgement: JudgedCheck | undefined): string {
  if (!judgement) return `${check} was not part of this run`;
  const { outcome, reason } = judgement;
  return `${check} is ${outcome}${reason === undefined ? '' : `: ${reason}`}`;
}

function countEach(
  names: readonly string[],
  covered: readonly Covered[],
  nameOf: (item: Covered) => string,
): CoverageRow[] {
  return names
    .map((name) =>
      count(
        name,
        covered.filter((item) => nameOf(item) === name),
      ),
    )
    .filter(({ total }) => total > 0);
}

function count(name: string, covered: readonly Covered[]): CoverageRow {
  const having = (state: State): number => covered.filter((item) => item.state === state).length;
  return {
    name,
    total: covered.length,
    verified: having('verified'),
    attainable: covered.filter(({ isAttainable }) => isAttainable).length,
    unjudged: having('unjudged'),
    planned: having('planned'),
    excluded: having('excluded'),
  };
}
