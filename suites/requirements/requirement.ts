import type { DocumentName } from './documents.ts';

/**
 * How the source binds the server. Upper case: an RFC 2119 keyword of a specification. Lower case: plain wording of a
 * documentation page. `schema`: it follows from a published XSD. `impl`: no document says it.
 */
type RequirementLevel =
  'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY' | 'must' | 'must NOT' | 'should' | 'should NOT' | 'schema' | 'impl';

/**
 * How sure the row is. `S`: we saw the text; `S!`: we saw it, and another text contradicts it; `E`: a documented
 * example only; `F`: field evidence; `I`: inferred; `M`: from memory.
 */
type Confidence = 'S' | 'S!' | 'E' | 'F' | 'I' | 'M';

/** The phases of the protocol, in the order in which a device meets them; each is a folder of checks. */
export const phases = [
  'transport',
  'envelope',
  'discovery',
  'authentication',
  'policy',
  'enrollment',
  'provisioning',
  'certificates',
  'faults',
  'renewal',
  'management',
  'robustness',
  'deep-link',
] as const;

export type Phase = (typeof phases)[number];

/** Where a rule is from. */
interface Source {
  readonly document: DocumentName;
  readonly section?: string;
  readonly note?: string;
}

/**
 * What can prove a row. `check`: an ordinary enrollment shows it. `scenario`: it needs a special stimulus.
 * `environment`: it lies outside the server. `capability`: the target must support more, or must be told something.
 */
type Verification =
  | { readonly by: 'check'; readonly how: string }
  | { readonly by: 'scenario'; readonly how: string }
  | { readonly by: 'environment' | 'capability' | 'not-testable'; readonly how: string; readonly reason: string };

/** A question that the documents leave open, with the strength of the reading that we chose (see README.md). */
export interface Question {
  /** `Q1` to `Q38`. */
  readonly id: string;
  readonly strength: 'FAIL' | 'WARN' | 'INFO';
  /** Whether the question decides the whole row, or a part of it while the rest keeps its own level. */
  readonly bears: 'row' | 'part';
}

/** One testable statement about a server. */
export interface Requirement {
  /** Permanent: `PROV-05`. */
  readonly id: string;
  readonly level: RequirementLevel;
  readonly confidence: Confidence;
  /** In our own words, no full stop. */
  readonly rule: string;
  /** The first one is where coverage counts the row. */
  readonly source: readonly [Source, ...Source[]];
  /** Which servers it binds. */
  readonly applies: string;
  readonly phase: Phase;
  readonly verification: Verification;
  readonly question?: Question;
}
