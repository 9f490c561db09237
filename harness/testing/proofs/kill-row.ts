/** What one counterexample does to all checks, as the kill matrix says it. */
export interface KillRow {
  /** `<check>:<number>`, as `serve --defect` takes it. */
  readonly counterexample: string;
  readonly name: string;
  /** Every check that fails on it, in the order of the registry. */
  readonly fails: readonly string[];
}

/** The text of the kill matrix: JSON, and each counterexample on a line of its own. */
export function writeKillRows(rows: readonly KillRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** Reads what `writeKillRows` wrote. */
export function readKillRows(text: string): readonly KillRow[] {
  return JSON.parse(text) as readonly KillRow[];
}
