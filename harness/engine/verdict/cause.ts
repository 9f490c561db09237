import type { Impact } from '../rule/impact.ts';
import type { Level } from '../rule/check.ts';

/**
 * What a cause does, the gravest first: somebody gets what is not his; no device enrolls; devices of one kind, or one message, fail;
 * nobody knows; devices go on. `contrived` ones come last: no Windows with its usual offers meets them.
 */
export type Damage = 'security' | 'every-device' | 'some-devices' | 'tolerated' | 'unknown' | 'contrived';

/** In the order of reports. */
export const damages: readonly Damage[] = [
  'security',
  'every-device',
  'some-devices',
  'tolerated',
  'unknown',
  'contrived',
];

/** One thing that is wrong with a server, with all failed checks that show it. */
export interface Cause {
  /** The id of the check that shows it best, or of the rule that folded several. */
  readonly id: string;
  /** What is wrong, or the title of the one check that failed. */
  readonly headline: string;
  readonly damage: Damage;
  /** The strictest of its checks. */
  readonly level: Level;
  /** Ids of the failed checks, the one that shows it best first. */
  readonly checks: readonly [string, ...string[]];
  /** How many of them are a MUST. */
  readonly musts: number;
  /** How many checks could not be judged because of it, and how many of those are a MUST. */
  readonly blocked: number;
  readonly blockedMusts: number;
  /** What was seen, with the variant and its ordinary sibling. */
  readonly seen: string;
  /** Where. */
  readonly exchange: number;
  readonly impact: Impact;
  readonly remedy: string;
  /** Index of the first exchange of the refusal that explains it. */
  readonly refusal?: number;
}

/** Several checks show one thing: which ones, and what to say of it. */
export interface FoldingRule {
  readonly id: string;
  /** What is wrong, as a sentence without a full stop. */
  readonly headline: string;
  /** Each of these checks failed so, or the rule says nothing. */
  readonly shownBy: readonly [string, ...string[]];
  /** The checks that it folds when they failed so; `all` for every one. */
  readonly folds: readonly string[] | 'all';
  /** What every finding of such a check says. Default: anything. */
  readonly saying?: RegExp;
  /** What every finding of such a check expected. Default: anything. */
  readonly expecting?: RegExp;
  /** Of the first finding: its first group stands in parentheses after the headline. */
  readonly quoting?: RegExp;
  /** It folds a check only where that failed on no other exchanges than those that show the defect. */
  readonly isOfSameExchanges?: true;
  readonly remedy: string;
}
