import type { Verdict } from '../../engine/verdict/results.ts';
import type { ReferenceRun } from '../reference-run.ts';

/** A server as vendors sell it, which is wrong in one way, and what is said of it. */
export interface VendorServer {
  /** Completes "a server that …". */
  readonly name: string;
  readonly run: ReferenceRun;
  readonly verdict: Verdict;
  /** Every mandatory check that fails, in the order of the registry. */
  readonly fails: readonly string[];
  /** Every other check that fails; left out where `says` tells which. */
  readonly advice?: readonly string[];
  /** What each finding says. */
  readonly says?: RegExp;
  /** Some of the mandatory checks that cannot be judged; none if it is empty. */
  readonly open: readonly string[];
  /** The ids of the causes of the mandatory checks, in the order of a report; left out where each check is a cause of its own. */
  readonly causes?: readonly string[];
  /** What a reader of the first screen of a terminal has to find there to know what is wrong, and where. */
  readonly first?: readonly RegExp[];
}
