import type { ModuleName } from '../../wire/exchange/module-note.ts';
import type { Judgement } from './judgement.ts';

/** The number of own checks by outcome, and how many of the failed and inconclusive ones are a MUST. */
export interface OwnCounts {
  readonly passed: number;
  readonly failed: number;
  readonly inapplicable: number;
  readonly inconclusive: number;
  readonly errored: number;
  readonly failedMust: number;
  readonly inconclusiveMust: number;
}

/**
 * What the checks of a module saw. They say nothing of the published specifications: no verdict, count, cause, coverage or way in of the
 * results has them.
 */
export interface OwnResults {
  readonly module: ModuleName;
  /** `not-judged`: the module was not given, although the run had used it. */
  readonly state: 'judged' | 'not-judged';
  /** What became of it, as a clause for people: `3 checks: 2 passed, 1 failed (1 MUST)`. */
  readonly because: string;
  /** What the module did that it should not, as clauses; missing if there is nothing of that. Its judgements then prove nothing. */
  readonly problems?: readonly string[];
  /** Its scenarios that the run had in its plan. */
  readonly scenarios: readonly string[];
  readonly counts: OwnCounts;
  /** The phase of each is the prefix of the module. */
  readonly judgements: readonly Judgement[];
}
