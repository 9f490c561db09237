/**
 * How a claim is known. `specified`: a document says it. `seen`: it was seen on a build of Windows. `reported`: a public report tells
 * it. `inferred` and `from memory`: no source states it. `not known`: nobody told us.
 */
type Standing = 'specified' | 'seen' | 'reported' | 'inferred' | 'from memory' | 'not known';

/** What a topic rests on, or what of it rests on nothing. */
type TopicEvidence = readonly [standing: Standing, what: string];

/** Something that happens on the device, so that no message to a server shows it. */
export interface Topic {
  /** What people type: lower case, with hyphens. */
  readonly name: string;
  /** What they type instead. Letter case, blanks, hyphens and underscores do not matter. */
  readonly spellings: readonly string[];
  /** In one line, without a full stop. */
  readonly title: string;
  /** What it is: three to eight sentences. */
  readonly says: readonly string[];
  /** What the server has to do with it. */
  readonly server: string;
  /** Where on the device a person looks: pages of Settings, logs, keys of the registry, commands. */
  readonly look: readonly [string, ...string[]];
  readonly evidence: readonly [TopicEvidence, ...TopicEvidence[]];
  /** The HRESULTs that a device may show for it. */
  readonly codes: readonly number[];
  /** Ids of the rows of the catalogue that it touches. */
  readonly requirements: readonly [string, ...string[]];
}
