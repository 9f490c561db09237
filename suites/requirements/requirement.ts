import type { DocumentName } from './documents.ts';

/**
 * The words by which the source binds the server. Upper case: an RFC 2119 keyword of a specification. Lower case: plain
 * wording of a documentation page. `schema`: it follows from a published XSD. `impl`: no document says it.
 */
type RequirementLevel =
  'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY' | 'must' | 'must NOT' | 'should' | 'should NOT' | 'schema' | 'impl';

/**
 * How sure the row is. `S`: the text was seen; `S!`: seen, and contradicted elsewhere; `E`: a documented example only;
 * `F`: field evidence; `I`: inferred; `M`: from memory.
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

type Phase = (typeof phases)[number];

/** Where a rule is from. */
interface Source {
  readonly document: DocumentName;
  readonly section?: string;
  readonly note?: string;
}

/**
 * What can prove a row. `check`: the ordinary enrollment of a device shows it. `scenario`: it needs a stimulus of its own.
 * `environment`: it lies outside the server. `capability`: the target must be able to do, or be told, something more.
 */
type Verification =
  | { readonly by: 'check'; readonly how: string }
  | { readonly by: 'scenario'; readonly how: string }
  | { readonly by: 'environment' | 'capability' | 'not-testable'; readonly how: string; readonly reason: string };

/** A question that the documents leave open, and how hard the reading chosen here is on a server (see README.md). */
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
