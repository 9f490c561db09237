import type { Judgement, Results } from '../harness/engine/verdict/results.ts';

/** The judgements of one protocol phase, in the order of the results. */
export interface Phase {
  readonly name: string;
  readonly judgements: readonly Judgement[];
}

/** A check whose failure kept others from being judged. */
export interface RootCause {
  /** Id of the check; its own judgement is absent where the run was narrowed to others. */
  readonly check: string;
  readonly judgement?: Judgement;
  readonly blocked: readonly Judgement[];
}

/** Groups by phase; phases come in the order in which they first appear. */
export function phasesOf(judgements: readonly Judgement[]): Phase[] {
  return groupBy(judgements, ({ phase }) => phase).map(([name, members]) => ({ name, judgements: members }));
}

/** The checks that decide against the target. */
export function failedMusts({ judgements }: Results): Judgement[] {
  return judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST');
}

/** Failed checks that no verdict depends on. */
export function warnings({ judgements }: Results): Judgement[] {
  return judgements.filter(({ outcome, level }) => outcome === 'failed' && level !== 'MUST');
}

/** Whether a judgement is only the shadow of another one's failure. */
export function isBlocked(judgement: Judgement): judgement is Judgement & { readonly blockedBy: string } {
  return judgement.outcome === 'inconclusive' && judgement.blockedBy !== undefined;
}

/** Groups what could not be judged under the check that it waits for, so that one defect is told once. */
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
