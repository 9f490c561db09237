import type { HtmlPage } from '../../../harness/protocol/html/read-page.ts';
import { leavesString } from '../../../harness/protocol/html/script-strings.ts';

const [begin, end] = ['mdeprobe-begin', 'mdeprobe-end'];

/**
 * A text that shows where a page writes it without escapes: its quotation marks end an attribute or a text of a script, and its tags end
 * an element of text. The element and the attributes that it would bring do nothing.
 */
export const probeMarkup = `${begin}" mdeprobe-a ' mdeprobe-b \`></title></textarea></style></script><mdeprobe-c>${end}`;

/** Where a page holds the probe as its own markup or code, as clauses for people. */
export function brokenPlaces({ markup, scripts }: HtmlPage): readonly string[] {
  const names = new Set(markup.map(({ name }) => name));
  const attributes = new Set(markup.flatMap((element) => element.attributes));
  const isIn = (name: string): boolean => [...attributes].some((attribute) => attribute.startsWith(name));
  return [
    ...(names.has('mdeprobe-c') ? ['"<" begins an element'] : []),
    ...(isIn('mdeprobe-a') || isIn('mdeprobe-b') ? ['a quotation mark ends an attribute'] : []),
    ...(scripts.some(({ text, type }) => isCode(type) && leavesString(text, begin, end))
      ? ['a quotation mark ends a text of a script']
      : []),
  ];
}

/** A block of data is no code, whatever its name. */
function isCode(type: string | undefined): boolean {
  return type === undefined || /^\s*(?:module|(?:text|application)\/(?:java|ecma)script.*)?\s*$/i.test(type);
}
