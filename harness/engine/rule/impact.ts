/** On what a claim about devices rests: a document, what a build of Windows was seen to do, or a public report of it. */
export interface Witness {
  readonly by: 'specified' | 'seen' | 'reported';
  /** The document and section, the build and where it was recorded, or the report. */
  readonly source: string;
}

interface Saying {
  /** One sentence, no full stop, that completes "Fails with 0x80180001:", "Security is lost:", "Continues:" or "Not known:". */
  readonly says: string;
}

/** An enrollment fails, or what depends on it. */
export interface Breaks extends Saying {
  readonly kind: 'breaks';
  /** The HRESULT that the device shows, as `0x8018001E`; the evidence is of it, too. */
  readonly hresult?: string;
  readonly evidence: Witness;
}

/** The device goes on. */
export interface Tolerated extends Saying {
  readonly kind: 'tolerated';
  readonly hresult?: never;
  readonly evidence: Witness;
}

/** `security`: somebody gets what is not his. `unknown`: nobody knows, and `says` tells what is at stake. Neither says what a device does. */
export interface Unclaimed extends Saying {
  readonly kind: 'security' | 'unknown';
  readonly hresult?: never;
  readonly evidence?: never;
}

/** What a Windows device does when the server departs from the rule, or what is lost. A claim about devices needs evidence. */
export type Impact = Breaks | Tolerated | Unclaimed;

/** The gravest first: a judgement has the impact of its gravest finding. */
const gravity: readonly Impact['kind'][] = ['security', 'breaks', 'unknown', 'tolerated'];

/** The gravest of some impacts, the first of its kind; undefined for none. */
export function gravest(impacts: readonly Impact[]): Impact | undefined {
  return gravity.map((kind) => impacts.find((impact) => impact.kind === kind)).find((impact) => impact !== undefined);
}
