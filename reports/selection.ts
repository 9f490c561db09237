import type { Judgement, Results } from '../harness/engine/verdict/results.ts';

/** The judgements of one protocol phase, in the order of the results. */
export interface Phase {
  readonly name: string;
  readonly judgements: readonly Judgement[];
}

/** A failed check that blocks others. */
export interface RootCause {
  /** Id of the check; its judgement is missing if the run was limited to other checks. */
  readonly check: string;
  readonly judgement?: Judgement;
  readonly blocked: readonly Judgement[];
}

/** Groups by phase; phases come in the order in which they first appear. */
export function phasesOf(judgements: readonly Judgement[]): Phase[] {
  return groupBy(judgements, ({ phase }) => phase).map(([name, members]) => ({ name, judgements: members }));
}

/** Whether a check is inconclusive only because another one failed. */
export function isBlocked(judgement: Judgement): judgement is Judgement & { readonly blockedBy: string } {
  return judgement.outcome === 'inconclusive' && judgement.blockedBy !== undefined;
}

/** Groups blocked checks by the check that blocks them, so that a report names each defect once. */
export function rootCauses(blocked: readonly Judgement[], { judgements }: Results): RootCause[] {
  return groupBy(blocked.filter(isBlocked), ({ blockedBy }) => blockedBy).map(([check, members]) => {
    const judgement = judgements.find((candidate) => candidate.check === check);
    return judgement === undefined ? { check, blocked: members } : { check, judgement, blocked: members };
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
