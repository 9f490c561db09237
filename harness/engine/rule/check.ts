import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import type { Place } from '../../protocol/xml/place.ts';
import type { Counterexample } from './counterexample.ts';

/** RFC 2119 strength. It follows from the catalogue row, and only a MUST decides a verdict. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** What the level rests on. */
export type Basis = 'specification' | 'documentation' | 'windows' | 'security' | 'interoperability';

/** What a Windows device does when the server departs from the rule. */
export interface Impact {
  readonly kind: 'breaks' | 'security' | 'tolerated' | 'unknown';
  /** The HRESULT that the device would show, as `0x8018001E`. */
  readonly hresult?: string;
  /** One sentence, no full stop. */
  readonly says: string;
}

/** What a check saw that should not be so. */
export interface Seen {
  /** What was seen, quoted, no full stop: `AuthPolicy is "Password"`. */
  readonly message: string;
  /** An XML node, a header field, or another place of an exchange. */
  readonly at: Place;
  readonly expected?: string;
  readonly actual?: string;
}

/**
 * Which answers of the matching kind a check is judged on.
 * `attempt`: every one, broken exchanges too. `answered`: a status line came, to a request without deviation; and every success.
 * `success`: the message that the kind should produce. `fault`: a SOAP fault in any form that a device recognises.
 * `refusal`: whatever but a success answered a request that deviates. `response`: a status line came, whatever the request was.
 */
export type AnswerFilter = 'attempt' | 'answered' | 'success' | 'fault' | 'refusal' | 'response';

/**
 * Narrows a check to requests of one sort, which count only beside valid requests that succeed: those that are wrong in one way (or
 * one of several), or the valid variants of one family.
 */
export type Where = { readonly deviation: string | readonly string[] } | { readonly family: string };

/** Judged on every exchange of these kinds. */
export interface NeedsEach {
  readonly each: Kind | readonly Kind[];
  /** Default: `success`. */
  readonly filter?: AnswerFilter;
  /** Only these requests, whatever answered them. */
  readonly where?: Where;
}

/** Judged once per flow: what one device did in order, each step a success. */
export interface NeedsFlow {
  readonly flow: readonly Kind[];
}

/** Judged once on all answers of these kinds together, in order. */
export interface NeedsAcross {
  readonly across: Kind | readonly Kind[];
  /** Fewer answers than this make it inconclusive. */
  readonly atLeast: number;
  /** Default: `success`. */
  readonly filter?: AnswerFilter;
  /** Only these requests, whatever answered them. */
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

/** A judgement: a pure, synchronous function of the evidence it declares, with what people need to know about it. */
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
  readonly impact: Impact;
  /** What to change on the server, as an imperative sentence. */
  readonly remedy: string;
  readonly needs: N;
  readonly applies?: Condition<N>;
  /** Yields what is wrong; nothing when the server conforms. It never guards against a missing answer. */
  judge(evidence: EvidenceFor<N>): Iterable<Seen>;
  /** Departures of the reference server on which this check must fail. */
  readonly counterexamples: readonly [Counterexample, ...Counterexample[]];
}

/** Declares a check. `const` keeps the kinds of a flow, so that `judge` can read only what was declared. */
export function defineCheck<const N extends Needs>(check: Check<N>): Check<N> {
  return Object.freeze(check);
}
