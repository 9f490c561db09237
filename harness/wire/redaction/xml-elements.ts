import { createMarkFinder } from './mark-finder.ts';

/** An element found by its name alone, in text that need not be well-formed. */
export interface FoundElement {
  /** Its start tag as written. */
  readonly tag: string;
  /** Where the start tag begins. */
  readonly index: number;
  /** Where its text begins and ends, a CDATA mark around all of it left out. */
  readonly start: number;
  readonly end: number;
}

/** What an XML reader takes for text, or passes over, up to its end. */
export const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/**
 * Finds elements by local name, whatever their prefix and letter case, in time proportional to the text. What stands in the text of one
 * is none of its own.
 */
export function findElements(text: string, localName: string): FoundElement[] {
  const opening = new RegExp(`<(?:[\\w.-]{1,256}:)?${localName}(?=[\\s>/])[^<>]{0,4096}>`, 'gi');
  const contentAt = createContentFinder(text);
  const found: FoundElement[] = [];
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const { 0: tag, index } = match;
    if (tag.endsWith('/>')) continue;
    const content = contentAt(index + tag.length);
    opening.lastIndex = Math.max(opening.lastIndex, content.end);
    found.push({ tag, index, ...content });
  }
  return found;
}

/** The text up to the next tag, with the comments, instructions and sections of CDATA in it. */
function createContentFinder(text: string): (start: number) => Pick<FoundElement, 'start' | 'end'> {
  const nextTag = createMarkFinder(text, '<');
  const closings = sections.map(([opening, closing]) => ({ opening, closing, next: createMarkFinder(text, closing) }));
  return (start) => {
    let end = nextTag(start);
    for (;;) {
      const at = end;
      const section = closings.find(({ opening }) => text.startsWith(opening, at));
      if (!section) break;
      const closed = section.next(end + section.opening.length);
      end = nextTag(Math.min(closed + section.closing.length, text.length));
    }
    return withoutFrame(text, start, end);
  };
}

/** One section of CDATA and nothing else is a frame around the text. */
function withoutFrame(text: string, start: number, end: number): Pick<FoundElement, 'start' | 'end'> {
  const [opening = ''] = /^\s{0,64}<!\[CDATA\[/.exec(text.slice(start, start + 80)) ?? [];
  if (opening === '') return { start, end };
  const closing = text.indexOf(']]>', start + opening.length);
  if (closing === -1 || closing >= end) return { start: start + opening.length, end };
  return text.slice(closing + 3, end).trim() === '' ? { start: start + opening.length, end: closing } : { start, end };
}
