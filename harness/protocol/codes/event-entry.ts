/** One kind of record in a log of Windows. */
export interface EventEntry {
  readonly id: number;
  /** Where Windows writes it. */
  readonly log: string;
  /** The step of the enrollment or of the session. */
  readonly phase: string;
  readonly meaning: string;
  /** Where the record holds its result; absent if it holds none. `value 1` is the first value of EventData. */
  readonly result?: string;
  readonly sources: readonly [string, ...string[]];
}

/** Ids with what they mean, in one step of one log. */
interface EventGroup {
  readonly phase: string;
  readonly rows: readonly (readonly [ids: number | readonly number[], meaning: string, result?: string])[];
}

/** The entries of a table of one log, in its order. */
export function eventsOf(
  log: string,
  sources: EventEntry['sources'],
  groups: readonly EventGroup[],
): readonly EventEntry[] {
  return groups.flatMap(({ phase, rows }) =>
    rows.flatMap(([ids, meaning, result]) =>
      [ids].flat().map((id) => ({
        id,
        log,
        phase,
        meaning,
        ...(result === undefined ? {} : { result }),
        sources,
      })),
    ),
  );
}

/** The whole numbers from `first` to `last`. */
export function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
