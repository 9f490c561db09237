import type { FaultEntry } from '../faults/fault-entry.ts';

/** One code: its unsigned 32-bit number, its names separated by blanks (or none), and what it means unless the group says it. */
type CodeRow = readonly [hresult: number, names: string, meaning?: string];

/** Codes for which the same party does the same thing, on the same evidence. A table of codes is a list of groups. */
export interface CodeGroup extends Pick<FaultEntry, 'who' | 'remedy' | 'sources' | 'doubt'> {
  /** What each code means that has no meaning of its own. */
  readonly meaning?: string;
  readonly codes: readonly CodeRow[];
}

/** The entries of a table, in its order. Throws where neither a row nor its group gives a meaning. */
export function entriesOf(groups: readonly CodeGroup[]): readonly FaultEntry[] {
  return groups.flatMap(({ codes, meaning: shared, ...same }) =>
    codes.map(([hresult, names, own]) => {
      const meaning = own ?? shared;
      if (meaning === undefined) throw new Error(`The code ${hresult.toString(16)} has no meaning`);
      return { kind: 'client' as const, hresult, names: names === '' ? [] : names.split(' '), meaning, ...same };
    }),
  );
}
