/** On what a claim about devices rests: a document, what a build of Windows was seen to do, or a public report of it. */
export interface Witness {
  readonly by: 'specified' | 'seen' | 'reported';
  /** The document and section, the build and where it was recorded, or the report. */
  readonly source: string;
}

/**
 * What a Windows device does when the server departs from the rule, or what is lost. `breaks`: an enrollment fails, or what depends on it.
 * `tolerated`: the device goes on. `security`: somebody gets what is not his; it says nothing of a device. `unknown`: nobody knows, and
 * `says` tells what is at stake.
 */
export interface Impact {
  readonly kind: 'breaks' | 'security' | 'tolerated' | 'unknown';
  /** The HRESULT that the device shows, as `0x8018001E`. */
  readonly hresult?: string;
  /** One sentence, no full stop. */
  readonly says: string;
  /** Of `breaks` and `tolerated` alone: a claim about devices needs it. */
  readonly evidence?: Witness;
}

/** The gravest first: a judgement has the impact of its gravest finding. */
const gravity: readonly Impact['kind'][] = ['security', 'breaks', 'unknown', 'tolerated'];

/** The gravest of some impacts, the first of its kind; undefined for none. */
export function gravest(impacts: readonly Impact[]): Impact | undefined {
  return gravity.map((kind) => impacts.find((impact) => impact.kind === kind)).find((impact) => impact !== undefined);
}
