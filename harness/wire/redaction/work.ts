/** The work that one text or body may cost. */
export interface Work {
  /** Takes so many characters off; throws `WorkSpent` when nothing is left. */
  readonly spend: (characters: number) => void;
}

/** A text costs more to search than it may: it is made to keep us busy. */
export class WorkSpent extends Error {}

/** Characters that may be searched for each one of a text: as many as base64 in base64 with escaping in each layer takes. */
const timesOver = 48;
/** What a short text may cost in any case. */
const leastWork = 1024 * 1024;

/** Work for a text of so many characters. */
export function workFor(length: number): Work {
  let left = leastWork + timesOver * length;
  return {
    spend: (characters) => {
      left -= characters;
      if (left < 0) throw new WorkSpent('a text is too costly to search for secrets');
    },
  };
}

/** What the search of a text or body of so many characters gives; undefined if it costs more than it may. */
export function affordable<T>(length: number, search: (work: Work) => T): T | undefined {
  try {
    return search(workFor(length));
  } catch (error) {
    if (error instanceof WorkSpent) return undefined;
    throw error;
  }
}
