import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';

/** The judgements of ours, and behind them those of modules, whose phase is the prefix of the module: for formats that list tests. */
export function allJudgements({ judgements, own = [] }: Pick<Results, 'judgements' | 'own'>): readonly Judgement[] {
  return own.length === 0 ? judgements : [...judgements, ...own.flatMap((module) => module.judgements)];
}

/** Whether the run judged nothing but what modules check. */
export function isOwnAlone({ judgements, own = [] }: Pick<Results, 'judgements' | 'own'>): boolean {
  return judgements.length === 0 && own.some((module) => module.judgements.length > 0);
}

/** A check of the module broke, or the module did what it should not: its judgements prove nothing. */
export function isBroken({ counts, problems = [] }: OwnResults): boolean {
  return counts.errored > 0 || problems.length > 0;
}
