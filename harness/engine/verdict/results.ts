import type { Cause } from './cause.ts';
import type { Judgement } from './judgement.ts';
import type { OwnResults } from './own-results.ts';
import type { Refusal } from '../explanation/refusal.ts';
import type { Level } from '../rule/check.ts';
import type { MustKind } from '../rule/kind-of-must.ts';
import type { Way } from '../evidence/way.ts';
import type { Baseline, FailOn, WaiverUse } from './waiver.ts';

export type { Finding, Judgement, Outcome, RequirementNote } from './judgement.ts';

/** What a run proves. `unsound`: an internal error in this tool. `incomplete`: a MUST could not be judged. */
export type Verdict = 'conformant' | 'nonconformant' | 'incomplete' | 'unsound';

/** The number of checks by outcome, and how many of the failed and inconclusive ones are a MUST. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly inapplicable: number;
  readonly inconclusive: number;
  readonly errored: number;
  readonly failedMust: number;
  /** How many causes the failed MUSTs have. */
  readonly causes: number;
  readonly inconclusiveMust: number;
  /** The failed MUSTs by what they rest on. */
  readonly failedMusts: Readonly<Record<MustKind, number>>;
}

/** How far the catalogue is covered, per document or phase. */
export interface CoverageRow {
  readonly name: string;
  readonly total: number;
  /** A check at the level of the row passed or failed, and none at its level was left open. */
  readonly verified: number;
  /** What a run with all states and capabilities can verify: the rows that have a check at their own level. */
  readonly attainable: number;
  /** The row has a check, but no check at its level came to a decision, or one was left open. */
  readonly unjudged: number;
  /** A check is planned. */
  readonly planned: number;
  /** Not testable, or out of reach; the row gives the reason. */
  readonly excluded: number;
}

/** How far a run verifies the catalogue: in total, by document, by phase. */
export interface Coverage {
  readonly total: CoverageRow;
  readonly documents: readonly CoverageRow[];
  readonly phases: readonly CoverageRow[];
  /** Each row that no check of this run verified, with the reason. */
  readonly gaps: readonly { readonly requirement: string; readonly rule: string; readonly reason: string }[];
}

/** One exchange in a sentence, for the lists of a report. */
export interface ExchangeNote {
  readonly index: number;
  readonly kind: string;
  /** For people: `POST https://…/Discovery.svc → 200, DiscoverResponse`. */
  readonly summary: string;
  readonly scenario?: string;
  readonly flow?: string;
  readonly variant?: string;
  /** What is deliberately wrong with the request. */
  readonly deviations: readonly string[];
}

/** Of what a verdict speaks, and what stands beside it unjudged. */
export interface Scope {
  /** `on-premise enrollment and renewal`. */
  readonly covers: string;
  /** As which device: `Windows 10 (10.0.19043)`. */
  readonly device: string;
  /** Its short id: `P1`. */
  readonly profile?: string;
  /** Further devices that the run played. */
  readonly besides: readonly string[];
  /** Ways and parts of the protocols that it did not judge. */
  readonly notJudged: readonly string[];
  /** The names of the devices that a run enrolled and that have not left; missing for a recording of others, and where the server was our own. */
  readonly remaining?: readonly string[];
  /** The selections that limited it; empty for the whole suite. */
  readonly limitedTo: readonly string[];
  /** The server was the one that this tool embeds, so the results say nothing of another one. */
  readonly embedded?: true;
}

/** The verdict on one way in. */
export interface WayResult {
  readonly way: Way;
  /** `judged`: requests with a credential of this way were sent. */
  readonly state: 'judged' | 'not-offered' | 'not-driven';
  /** Only where it was judged. */
  readonly verdict?: Verdict;
  /** Why, as a clause for people. */
  readonly because: string;
  /** Indices of its exchanges. */
  readonly exchanges: readonly number[];
  /** The checks that saw something wrong in them. */
  readonly failed: readonly { readonly check: string; readonly level: Level }[];
}

/** Who judged a session, and with what. No secret is in it. */
export interface Maker {
  /** `name at host`. */
  readonly user: string;
  /** As it was typed, without user information and queries of addresses. */
  readonly commandLine: string;
  /** `20.20.0`. */
  readonly node: string;
  /** `Linux 6.1 x64, 2 processors`. */
  readonly machine: string;
}

/** A run of the same target in a history, with the numbers that a trend shows. */
export interface TrendRow {
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly toolVersion: string;
  readonly verdict: Verdict;
  readonly passed: number;
  readonly failed: number;
  readonly failedMust: number;
  readonly inconclusiveMust: number;
  readonly causes: number;
  /** How many of the failed MUSTs are waived; missing for none. */
  readonly waivedMust?: number;
  /**
   * It was judged by the same catalogue, as the same device and by the same selection as the row before it, so that their numbers can be
   * compared. The first row is.
   */
  readonly isComparable: boolean;
}

/** `results.json`: everything that a report needs besides the session. */
export interface Results {
  readonly schemaVersion: 1;
  readonly tool: {
    readonly name: string;
    readonly version: string;
    /** Its documentation site, with a page for each check and requirement; missing while that has no public address. */
    readonly homepage?: string;
  };
  readonly run: {
    readonly id: string;
    /** ISO 8601. */
    readonly startedAt: string;
    readonly durationMs: number;
    readonly mode: 'live' | 'audit';
    readonly target: string;
    /** The target file, relative to the folder of the run, with `/`; missing without one and for one that lies elsewhere. */
    readonly targetFile?: string;
    readonly profile: string;
    /** What the devices sent or assumed in place of what the server refused, as clauses; missing if it refused nothing of it. */
    readonly substitutes?: readonly string[];
    /** What is to be known of secrets that cannot be hidden well, as clauses; missing if there are none. */
    readonly secretNotes?: readonly string[];
    /** Missing where a program judged by the library. */
    readonly maker?: Maker;
  };
  /** SHA-256 of the catalogue of requirements, in hexadecimal. */
  readonly requirementSet: string;
  readonly scope: Scope;
  /** The ways in: of a run all that are known to it, of a recording those that it shows. */
  readonly ways: readonly WayResult[];
  readonly verdict: Verdict;
  /** One sentence that says why. */
  readonly because: string;
  /** By what was judged, the waivers, the baseline and `failOn`. */
  readonly exitCode: number;
  /** Which failures end the command with 1; missing for the usual ones, those of MUSTs. */
  readonly failOn?: Exclude<FailOn, 'must'>;
  /** Parts of the plan that the session lacks, as clauses; missing if it lacks none. */
  readonly missingParts?: readonly string[];
  /** The waivers that it was given, in their order, with what became of them; missing without any. */
  readonly waivers?: readonly WaiverUse[];
  /** The run that it was held against; missing without one. */
  readonly baseline?: Baseline;
  readonly counts: Counts;
  /** Valid requests that did not get their answer, in the order of the exchanges. */
  readonly refusals: readonly Refusal[];
  /** What is wrong with the server, the gravest first: each failed check belongs to one cause. */
  readonly causes: readonly Cause[];
  readonly judgements: readonly Judgement[];
  readonly coverage: Coverage;
  /** What the checks of vendors saw, a member for each module; missing without any. Nothing above it counts them, but for `exitCode`. */
  readonly own?: readonly OwnResults[];
  readonly exchanges: readonly ExchangeNote[];
  /** The earlier runs of the target, the oldest first, and this one; missing without a history. Nothing is judged by it. */
  readonly trend?: readonly TrendRow[];
}
