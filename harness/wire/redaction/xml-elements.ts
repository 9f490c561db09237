/** An element found by its name alone, in text that need not be well-formed. */
export interface FoundElement {
  /** Its start tag as written. */
  readonly tag: string;
  /** Where the start tag begins. */
  readonly index: number;
  /** Where its text begins and ends, a CDATA mark around it left out. */
  readonly start: number;
  readonly end: number;
}

/** Finds elements by local name, whatever their prefix and letter case, in time proportional to the text. */
export function findElements(text: string, localName: string): FoundElement[] {
  const opening = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s>/])[^<>]*>`, 'gi');
  return [...text.matchAll(opening)]
    .filter(([tag]) => !tag.endsWith('/>'))
    .map(({ 0: tag, index }) => ({ tag, index, ...contentAt(text, index + tag.length) }));
}

function contentAt(text: string, start: number): Pick<FoundElement, 'start' | 'end'> {
  const [cdata] = /^\s*<!\[CDATA\[/.exec(text.slice(start, start + 64)) ?? [];
  if (cdata !== undefined) return { start: start + cdata.length, end: indexOrEnd(text, ']]>', start) };
  let end = indexOrEnd(text, '<', start);
  while (text.startsWith('<!--', end)) {
    const behind = indexOrEnd(text, '-->', end);
    end = indexOrEnd(text, '<', Math.min(behind + 3, text.length));
  }
  return { start, end };
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index;
}
