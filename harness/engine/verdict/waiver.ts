import type { Level } from '../rule/check.ts';
import type { Way } from '../evidence/way.ts';

/** A known failure that somebody answers for until a day. It says nothing of the server, and no check knows of it. */
export interface Waiver {
  readonly check: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC: `2026-12-31`. */
  readonly expires: string;
  /** The one target that it is for: its discovery URL, or its host. */
  readonly target?: string;
  /** It covers what was seen on this way in alone. */
  readonly auth?: Way;
  /** It covers what was seen with this variant of a request alone. */
  readonly variant?: string;
  /** The rule that made `fingerprints`. */
  readonly fingerprintVersion?: number;
  /** It covers these deviations alone; missing for every one of the check. */
  readonly fingerprints?: readonly string[];
}

/**
 * What became of a waiver in a run. `applied`: it covers something that was seen. `expired`: the run began after its last day, so it waives
 * nothing. `stale`: what it waives was judged and passed. `unused`: the run does not show whether it is needed.
 */
export type WaiverState = 'applied' | 'expired' | 'stale' | 'unused';

/** A waiver that a run was given, with what became of it. */
export interface WaiverUse extends Waiver {
  readonly state: WaiverState;
  /** Why, as a clause for people. */
  readonly because: string;
  /** How many findings it covers. */
  readonly findings: number;
}

/** What lies over a failed check whose every finding is waived. The check has failed all the same. */
export interface Waived {
  /** The first day whose end ends a waiver that it needs. */
  readonly until: string;
  readonly by: readonly Pick<Waiver, 'owner' | 'reason' | 'expires'>[];
}

/** Which failures end a command with 1: of MUSTs (the default), of MUSTs on which security depends, of SHOULDs too, or none. */
export type FailOn = 'must' | 'security' | 'should' | 'none';

/** Deviations of a check, by their fingerprints. */
export interface Deviations {
  readonly check: string;
  readonly fingerprints: readonly string[];
}

/** A run that another one was held against. */
export interface Baseline {
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly target: string;
    readonly verdict: 'conformant' | 'nonconformant' | 'incomplete' | 'unsound';
    readonly toolVersion: string;
  };
  /** Only what it does not have ends the command with 1. */
  readonly isGate: boolean;
  /** What makes the two hard to compare, as clauses for people. */
  readonly notes: readonly string[];
  /** What it saw. */
  readonly failed: readonly Deviations[];
  /** The MUSTs that it left open too. */
  readonly open: readonly string[];
  /** The parts of the plan that it lacks too, without what differs from run to run. */
  readonly missingParts: readonly string[];
  /** What this run saw and it did not. */
  readonly added: readonly (Deviations & { readonly level: Level })[];
  /** How many deviations both have. */
  readonly known: number;
  /** The MUSTs that this run could not judge, and that it did not leave open. */
  readonly lost: readonly string[];
  /** The parts of the plan that this run lacks and it does not. */
  readonly lostParts: readonly string[];
}
