/** A text without what readers pass over, and where its characters stand in the whole text. */
export interface ThinnedText {
  readonly text: string;
  /** The range of the whole text that a range of this one, which is not empty, comes from. */
  readonly rangeOf: (start: number, end: number) => readonly [start: number, end: number];
}

const passedOver = /<!--|<\?|<!\[CDATA\[|\]\]>|\0+|=\r?\n/g;
const closings: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>' };
const borders = /<!\[CDATA\[|\]\]>/g;

/**
 * Removes what divides a text that readers see undivided: comments, processing instructions and borders of CDATA, the zero bytes of wide
 * characters, and the soft line ends of quoted-printable. Undefined if there is nothing of this. Takes time in proportion to the text.
 */
export function thinnedText(text: string): ThinnedText | undefined {
  const pieces: string[] = [];
  const starts: { readonly thin: number; readonly whole: number }[] = [];
  const missing = new Set<string>();
  let at = 0;
  let length = 0;
  const keep = (end: number): void => {
    if (end === at) return;
    pieces.push(text.slice(at, end));
    starts.push({ thin: length, whole: at });
    length += end - at;
  };
  passedOver.lastIndex = 0;
  for (let match = passedOver.exec(text); match; match = passedOver.exec(text)) {
    const closing = closings[match[0]];
    const end = closing === undefined ? passedOver.lastIndex : endOf(text, closing, passedOver.lastIndex, missing);
    if (end === undefined) continue;
    keep(match.index);
    at = end;
    passedOver.lastIndex = end;
  }
  if (at === 0) return undefined;
  keep(text.length);
  const wholeOf = (place: number): number => {
    const segment = starts[lastAtMost(starts, place)];
    return segment ? segment.whole + place - segment.thin : place;
  };
  return { text: pieces.join(''), rangeOf: (start, end) => [wholeOf(start), wholeOf(end - 1) + 1] };
}

/** The borders of CDATA in a stretch of text, which have to stay when it is replaced. */
export function bordersIn(text: string): string {
  return (text.match(borders) ?? []).join('');
}

function endOf(text: string, closing: string, from: number, missing: Set<string>): number | undefined {
  const index = missing.has(closing) ? -1 : text.indexOf(closing, from);
  if (index === -1) missing.add(closing);
  return index === -1 ? undefined : index + closing.length;
}

function lastAtMost(starts: readonly { readonly thin: number }[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.thin ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
