import type { Coverage, CoverageRow, Judgement } from '../../harness/engine/verdict/results.ts';
import { documents } from './documents.ts';
import { phases } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** What coverage needs of a check. */
export interface NamingCheck {
  readonly id: string;
  readonly requirements: readonly string[];
}

/** What coverage needs of a judgement. */
export type JudgedCheck = Pick<Judgement, 'check' | 'outcome' | 'reason'>;

type State = Exclude<keyof CoverageRow, 'name' | 'total'>;

interface Covered {
  readonly row: Requirement;
  readonly state: State;
  /** Why the row is not verified. */
  readonly reason: string;
}

/**
 * How far checks and their judgements cover the catalogue. Every row is in exactly one state. It counts under its phase
 * and under the first document that it cites, so the rows of each list add up to the total.
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

function checksByRequirement(checks: readonly NamingCheck[]): ReadonlyMap<string, readonly string[]> {
  const naming = new Map<string, string[]>();
  for (const { id, requirements } of checks) {
    for (const requirement of requirements) naming.set(requirement, [...(naming.get(requirement) ?? []), id]);
  }
  return naming;
}

function cover(row: Requirement, checks: readonly string[], judged: ReadonlyMap<string, JudgedCheck>): Covered {
  if (checks.some((check) => isDecided(judged.get(check)))) return { row, state: 'verified', reason: '' };
  if (checks.length > 0)
    return { row, state: 'unjudged', reason: checks.map((id) => explain(id, judged.get(id))).join('; ') };
  const { verification } = row;
  if (verification.by === 'check' || verification.by === 'scenario') {
    return { row, state: 'planned', reason: `A check is planned: ${verification.how}` };
  }
  return { row, state: 'excluded', reason: verification.reason };
}

function isDecided(judgement: JudgedCheck | undefined): boolean {
  return judgement?.outcome === 'passed' || judgement?.outcome === 'failed';
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
    unjudged: having('unjudged'),
    planned: having('planned'),
    excluded: having('excluded'),
  };
}
