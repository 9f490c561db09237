import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import type { Place } from '../../protocol/xml/place.ts';
import type { Counterexample } from './counterexample.ts';
import type { Impact } from './impact.ts';

/** RFC 2119 strength. It follows from the catalogue row, and only a MUST decides a verdict. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** The kind of source that the level follows from. */
export type Basis = 'specification' | 'documentation' | 'windows' | 'security' | 'interoperability';

/** What a check saw that breaks its rule. */
export interface Seen {
  /** What was seen, quoted, no full stop: `AuthPolicy is "Password"`. */
  readonly message: string;
  /** An XML node, a header field, or another place of an exchange. */
  readonly at: Place;
  readonly expected?: string;
  readonly actual?: string;
  /** What a device makes of what was seen, where that is not what the check says of all its findings. */
  readonly impact?: Impact;
}

/**
 * Which answers of the matching kind a check judges.
 * `attempt`: all answers to valid requests, broken exchanges too.
 * `answered`: every success, and every answer with a status line to a valid request.
 * `success`: the message that the kind should produce.
 * `fault`: a SOAP fault in any form that a device recognises.
 * `refusal`: every outcome except success, of a request with a deviation; where no valid one of its kind was answered, faults alone.
 * `response`: every answer with a status line, whatever the request was.
 */
export type AnswerFilter = 'attempt' | 'answered' | 'success' | 'fault' | 'refusal' | 'response';

/**
 * Limits a check to requests with one of these deviations, or to the valid variants of one family. Such a request counts only if the
 * valid requests beside it succeed. `isSimultaneous`: they prove nothing unless they are under way at the same time.
 */
export type Where =
  { readonly deviation: string | readonly string[] } | { readonly family: string; readonly isSimultaneous?: true };

/** The check judges every exchange of these kinds by itself. */
export interface NeedsEach {
  readonly each: Kind | readonly Kind[];
  /** Default: `success`. */
  readonly filter?: AnswerFilter;
  /** Only these requests, whatever their answer was. */
  readonly where?: Where;
}

/** The check judges each flow once, on the successes of these kinds. */
export interface NeedsFlow {
  readonly flow: readonly Kind[];
}

/** The check judges all answers of these kinds together, once, in order. */
export interface NeedsAcross {
  readonly across: Kind | readonly Kind[];
  /** With fewer answers, the check is inconclusive. */
  readonly atLeast: number;
  /** Default: `success`. */
  readonly filter?: AnswerFilter;
  /** Only these requests, whatever their answer was. */
  readonly where?: Where;
}

/** The evidence that a check declares; `judge` receives nothing else. */
export type Needs = NeedsEach | NeedsFlow | NeedsAcross;

/** What `judge` receives for a need: the one exchange, the steps of a flow by kind, or all exchanges of a kind. */
export type EvidenceFor<N extends Needs> = N extends NeedsFlow
  ? Readonly<Record<N['flow'][number], Evidence>>
  : N extends NeedsAcross
    ? readonly Evidence[]
    : Evidence;

/** The condition under which a requirement binds the server. */
export interface Condition<N extends Needs> {
  /** Completes the sentence "applies when …". */
  readonly when: string;
  /** Whether the check applies to this evidence. */
  test(evidence: EvidenceFor<N>): boolean;
}

/** A pure, synchronous function that judges the evidence it declares, with the facts that people need about it. */
export interface Check<N extends Needs = Needs> {
  /** `phase/noun-phrase`, equal to the path of its file. Permanent. */
  readonly id: `${string}/${string}`;
  /** What a conforming server does, as a sentence in the indicative, no full stop. */
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  /** Ids of catalogue rows. */
  readonly requirements: readonly [string, ...string[]];
  /** The release that introduced it. */
  readonly since: string;
  /**
   * Windows with its usual offers never sends what the check judges: the answer to it says how the server treats other clients, or
   * attackers. What a user does, such as to mistype a password, is no such thing.
   */
  readonly contrived?: true;
  /** Of a finding that has no impact of its own. */
  readonly impact: Impact;
  /**
   * Where Windows was seen to fail on it: a public report or recording, with the code that it showed, as
   * `fleetdm/fleet issue 34993: 0x80190190`. A MUST needs it if no document states it and security does not depend on it.
   */
  readonly seen?: string;
  /** What to change on the server, as an imperative sentence. */
  readonly remedy: string;
  readonly needs: N;
  readonly applies?: Condition<N>;
  /** Yields what is wrong, and nothing if the server conforms. It needs no guard against a missing answer. */
  judge(evidence: EvidenceFor<N>): Iterable<Seen>;
  /** Departures of the reference server on which this check must fail. */
  readonly counterexamples: readonly [Counterexample, ...Counterexample[]];
}

/** Declares a check. `const` keeps the kinds of a flow, so that `judge` can read only what was declared. */
export function defineCheck<const N extends Needs>(check: Check<N>): Check<N> {
  return Object.freeze(check);
}
