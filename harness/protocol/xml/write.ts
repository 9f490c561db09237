import Builder from 'fast-xml-builder';
import { escapeAttribute, escapeText } from './escape.ts';

/** Something was to be written that XML 1.0 cannot carry. */
export class XmlWriteError extends Error {
  override readonly name = 'XmlWriteError';
}

/** Text, an element's content, or several elements of one name. What is undefined is left out. */
export type XmlContent = string | number | boolean | undefined | XmlObject | readonly XmlContent[];

/** The content of an element in order: attributes as `@_name`, its text as `#text`, child elements by their name. */
export interface XmlObject {
  readonly [name: string]: XmlContent;
}

const builder = new Builder({
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  processEntities: false,
  tagValueProcessor: (_name, value) => escapeText(String(value)),
  attributeValueProcessor: (_name, value) => escapeAttribute(String(value)),
});

/** Everything outside of the Char production of XML 1.0 section 2.2, lone surrogates included. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const qualifiedName = /^[\p{L}_][\p{L}\p{N}_.-]*(:[\p{L}_][\p{L}\p{N}_.-]*)?$/u;

/**
 * Writes a document without a declaration and without white space between elements.
 * @throws {XmlWriteError} for a name or a character that XML forbids; it names the path, never the value.
 */
export function writeXml(document: XmlObject): string {
  refuseForbidden(document, '');
  return builder.build(document);
}

function refuseForbidden(content: XmlContent, path: string): void {
  if (isList(content)) {
    for (const item of content) refuseForbidden(item, path);
  } else if (typeof content === 'object') {
    for (const [name, value] of Object.entries(content)) refuseEntry(name, value, path);
  } else {
    refuseCharacter(String(content), path);
  }
}

function refuseEntry(name: string, value: XmlContent, path: string): void {
  const bare = name.replace(/^@_/, '');
  if (name !== '#text' && !qualifiedName.test(bare)) {
    throw new XmlWriteError(`"${name}" in ${path || 'the document'} is not a name that XML allows`);
  }
  refuseForbidden(value, `${path}/${name.replace(/^@_/, '@')}`);
}

function refuseCharacter(text: string, path: string): void {
  const found = forbidden.exec(text);
  if (!found) return;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  throw new XmlWriteError(`${path} holds the character U+${code} at ${found.index}, which XML cannot carry`);
}

function isList(content: XmlContent): content is readonly XmlContent[] {
  return Array.isArray(content);
}
