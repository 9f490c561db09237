/** How rows of a generated file belong to checks. */
export interface RowOrder<T> {
  readonly checkOf: (row: T) => string;
  /** The ids of all checks, in the order of the registry. */
  readonly checks: readonly string[];
}

/** These rows with those of one check in the place of what they said of it; the rows of all others stay as they are. */
export function replaceRows<T>(
  rows: readonly T[],
  check: string,
  fresh: readonly T[],
  { checkOf, checks }: RowOrder<T>,
): readonly T[] {
  const others = rows.filter((row) => checkOf(row) !== check);
  const before = new Set(checks.slice(0, checks.indexOf(check)));
  const at = others.findLastIndex((row) => before.has(checkOf(row))) + 1;
  return [...others.slice(0, at), ...fresh, ...others.slice(at)];
}
