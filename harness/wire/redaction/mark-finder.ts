/** Where the next mark stands at a place or behind it; the length of the text if there is none. */
export type MarkFinder = (from: number) => number;

/** Looks for a mark, in time proportional to the text for all places together if they come in order. */
export function createMarkFinder(text: string, mark: string): MarkFinder {
  let known = { from: Infinity, at: -1 };
  return (from) => {
    if (from < known.from || from > known.at) {
      const at = text.indexOf(mark, from);
      known = { from, at: at === -1 ? text.length : at };
    }
    return known.at;
  };
}
