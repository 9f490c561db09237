/** Where an attribute stands in the source. Offsets are UTF-16 code units; an end is exclusive. */
interface SourceAttribute {
  /** Qualified name as written. */
  readonly name: string;
  /** Of the white space before the name. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** After the closing quote. */
  readonly end: number;
}

/** Where an element stands in the source. */
export interface SourceElement {
  /** Qualified name as written. */
  readonly name: string;
  readonly parent: SourceElement | undefined;
  readonly attributes: readonly SourceAttribute[];
  readonly start: number;
  /** After the name in the start tag. */
  readonly nameEnd: number;
  /** Of `>` or `/>` in the start tag. */
  readonly tagClose: number;
  readonly selfClosing: boolean;
  /** Of the content; equal to `contentEnd` when empty. */
  readonly contentStart: number;
  /** Of `</`, or of the end where there is no end tag. */
  contentEnd: number;
  end: number;
}

/** Comments, CDATA sections, processing instructions, end tags, and start tags with their attributes. */
const markup =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<\/[^>]*>|<(?<name>[^\s/>!?]+)(?<attributes>(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<close>\/?>)/gs;
const attribute = /\s+(?<name>[^\s=]+)\s*=\s*(?<value>"[^"]*"|'[^']*')/g;

/** Locates every element of a document that is known to be well-formed and without DOCTYPE, in document order. */
export function scanElements(source: string): SourceElement[] {
  const elements: SourceElement[] = [];
  let open: SourceElement | undefined;
  for (const match of source.matchAll(markup)) {
    if (match[0].startsWith('</')) {
      open = closeElement(open, match.index, match[0].length);
    } else if (match.groups?.['name'] !== undefined) {
      const element = startElement(match, open);
      elements.push(element);
      if (!element.selfClosing) open = element;
    }
  }
  return elements;
}

function closeElement(open: SourceElement | undefined, at: number, length: number): SourceElement | undefined {
  if (!open) return undefined;
  open.contentEnd = at;
  open.end = at + length;
  return open.parent;
}

function startElement(match: RegExpExecArray, parent: SourceElement | undefined): SourceElement {
  const { name = '', attributes = '', close = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const nameEnd = match.index + 1 + name.length;
  return {
    name,
    parent,
    attributes: [...attributes.matchAll(attribute)].map((found) => locateAttribute(found, nameEnd)),
    start: match.index,
    nameEnd,
    tagClose: end - close.length,
    selfClosing: close === '/>',
    contentStart: end,
    contentEnd: end,
    end,
  };
}

function locateAttribute(found: RegExpExecArray, offset: number): SourceAttribute {
  const { name = '', value = '' } = found.groups ?? {};
  const end = offset + found.index + found[0].length;
  return { name, start: offset + found.index, valueStart: end - value.length + 1, valueEnd: end - 1, end };
}
