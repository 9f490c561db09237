/** What all checks say of one lawful server, as the pass matrix says it. */
export interface PassRow {
  /** `<group>: <name>`; the name completes "a server that …". */
  readonly server: string;
  /** Why a server may be like this. */
  readonly because: string;
  /** How many checks pass on it. */
  readonly passed: number;
  /** How many checks do not concern it. */
  readonly inapplicable: number;
  /** How many checks need what is not driven there. */
  readonly undriven: number;
  /** The checks that rightly advise against it, each with the reason: never a MUST. */
  readonly advice?: Readonly<Record<string, string>>;
  /** The checks that cannot judge it, each with the reason. */
  readonly unjudged?: Readonly<Record<string, string>>;
  /** Where the whole plan is driven: the checks that do not pass on it. */
  readonly lacks?: readonly string[];
}

/** The text of the pass matrix: JSON, and each server on a line of its own. */
export function writePassRows(rows: readonly PassRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** Reads what `writePassRows` wrote. */
export function readPassRows(text: string): readonly PassRow[] {
  return JSON.parse(text) as readonly PassRow[];
}
