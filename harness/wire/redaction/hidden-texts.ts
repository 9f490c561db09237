const hidden = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** A longer comment divides the text that it stands in. */
const longestHidden = 1024;

/** The comment or instruction that begins at a place, whole. */
export type HiddenFinder = (at: number) => string | undefined;

/** Finds comments and instructions of a text, the ends of which are looked for once, however many beginnings have none. */
export function createHiddenFinder(text: string): HiddenFinder {
  const ends = hidden.map(([opening, closing]) => ({ opening, closing, from: Infinity, end: -1 }));
  return (at) => {
    const kind = ends.find(({ opening }) => text.startsWith(opening, at));
    if (!kind) return undefined;
    const from = at + kind.opening.length;
    const isKnown = from >= kind.from && (kind.end === -1 || from <= kind.end);
    if (!isKnown) Object.assign(kind, { from, end: text.indexOf(kind.closing, from) });
    const length = kind.end + kind.closing.length - at;
    return kind.end === -1 || length > longestHidden ? undefined : text.slice(at, at + length);
  };
}

/** Where the comments and instructions of a text stand, which may hold base64 of their own. */
export function findHiddenTexts(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const hiddenAt = createHiddenFinder(text);
  const opening = /<!--|<\?/g;
  for (let mark = opening.exec(text); mark; mark = opening.exec(text)) {
    const end = mark.index + (hiddenAt(mark.index)?.length ?? 0);
    if (end === mark.index) continue;
    found.push({ start: mark.index, end });
    opening.lastIndex = end;
  }
  return found;
}
