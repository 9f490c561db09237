import type { Basis, Level } from '../rule/check.ts';
import type { Impact } from '../rule/impact.ts';
import type { MustKind } from '../rule/kind-of-must.ts';
import type { Place } from '../../protocol/xml/place.ts';
import type { Waived } from './waiver.ts';

/**
 * The outcome of a check. `failed`: it saw something that breaks the rule. `inapplicable`: its condition is not met.
 * `inconclusive`: the evidence is missing or unusable. `errored`: an internal error in this tool.
 */
export type Outcome = 'passed' | 'failed' | 'inapplicable' | 'inconclusive' | 'errored';

/** What a check saw, and where. */
export interface Finding extends Place {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Which variant of a table the exchange was. */
  readonly variant?: string;
  /** What a device makes of it, where that is not what the check says of all its findings. */
  readonly impact?: Impact;
}

/** A catalogue row as a report shows it. */
export interface RequirementNote {
  readonly id: string;
  /** The rule in our own words. */
  readonly rule: string;
  /** Document, revision and section. */
  readonly source: string;
  /** Whether a document says MUST or must of it, or its schema demands it. */
  readonly binds: boolean;
}

/** The judgement of one check on one session. A renderer needs nothing else, not even the catalogue. */
export interface Judgement {
  readonly check: string;
  readonly phase: string;
  readonly title: string;
  readonly level: Level;
  /** What a MUST rests on. */
  readonly must?: MustKind;
  /** Where Windows was seen to fail on it. */
  readonly seen?: string;
  readonly basis: Basis;
  /** Windows with its usual offers never sends what the check judges. */
  readonly contrived?: true;
  readonly requirements: readonly RequirementNote[];
  readonly outcome: Outcome;
  /** It failed, and every finding is waived. */
  readonly waived?: Waived;
  /** Why it is inapplicable, inconclusive or errored. */
  readonly reason?: string;
  /** The root cause: the answer check whose failure made this check inconclusive. */
  readonly blockedBy?: string;
  /** What a device does or what is lost: that of the gravest finding. */
  readonly impact: Impact;
  readonly remedy: string;
  /** Indices of the exchanges that the check judged. */
  readonly exchanges: readonly number[];
  readonly findings: readonly Finding[];
}
