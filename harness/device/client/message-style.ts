import { writeXml } from '../../protocol/xml/write.ts';
import type { XmlContent, XmlObject } from '../../protocol/xml/write.ts';
import { withPort } from '../target/with-port.ts';

/** How a client writes a message that has the same meaning. */
export interface MessageStyle {
  /** Other prefixes, by the usual ones; '' is the default namespace, which only elements can use. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** White space on both sides of the text of these elements, named with the usual prefixes. */
  readonly padded?: readonly string[];
  /** `a:To` names the port even if it is the default port. */
  readonly portInTo?: true;
  /** The text of these elements is in upper case. */
  readonly upperCase?: readonly string[];
  /** The order of the children of `request` in Discover; children that it does not name come last. */
  readonly discoverOrder?: readonly string[];
  /** A comment with this text before the element in the Body, and another at its end. */
  readonly comment?: string;
  /** Begins with an XML declaration. */
  readonly declaration?: true;
}

/** The white space around values in the published samples: line breaks and indents of a printed page. */
const padding = '\n        ';

/** The message as this client writes it; without a style, as Windows 10 writes it. */
export function writeStyled(message: XmlObject, style: MessageStyle): string {
  const { prefixes = {}, padded = [], portInTo, upperCase = [], discoverOrder = [], comment, declaration } = style;
  const spell = (text: string, element: string): string => {
    const address = portInTo === true && element === 'a:To' ? withPort(text) : text;
    const word = upperCase.includes(element) ? address.toUpperCase() : address;
    return padded.includes(element) ? `${padding}${word}${padding}` : word;
  };
  const isSpeltOtherwise = portInTo === true || upperCase.length > 0 || padded.length > 0;
  const spelled = isSpeltOtherwise ? mapTexts(message, spell) : message;
  const text = writeXml(renamePrefixes(ordered(spelled, discoverOrder), prefixes));
  const commented = comment === undefined ? text : withComments(text, `<!-- ${comment} -->`);
  return declaration === true ? `<?xml version="1.0" encoding="utf-8"?>\n${commented}` : commented;
}

/** Changes the text of elements; `element` is the name as it is written, with its prefix. */
function mapTexts(message: XmlObject, change: (text: string, element: string) => string): XmlObject {
  const within = (content: XmlContent, element: string): XmlContent => {
    if (isList(content)) return content.map((item) => within(item, element));
    if (typeof content === 'object') return mapEntries(content, element);
    return content === undefined ? undefined : change(String(content), element);
  };
  const mapEntries = (object: XmlObject, element: string): XmlObject =>
    Object.fromEntries(
      Object.entries(object).map(([name, content]) => [
        name,
        name.startsWith('@_') ? content : within(content, name === '#text' ? element : name),
      ]),
    );
  return mapEntries(message, '');
}

/** Rewrites the prefixes of elements, attributes and declarations. */
function renamePrefixes(message: XmlObject, prefixes: Readonly<Record<string, string>>): XmlObject {
  if (Object.keys(prefixes).length === 0) return message;
  const renamed = (name: string): string => {
    if (name === '#text') return name;
    if (name === '@_xmlns' || name.startsWith('@_xmlns:')) return declaration(prefixes, name.slice('@_xmlns:'.length));
    if (name.startsWith('@_')) return name.includes(':') ? `@_${qualified(prefixes, name.slice(2))}` : name;
    return qualified(prefixes, name);
  };
  const within = (content: XmlContent): XmlContent => {
    if (isList(content)) return content.map(within);
    if (typeof content !== 'object') return content;
    return Object.fromEntries(Object.entries(content).map(([name, value]) => [renamed(name), within(value)]));
  };
  return within(message) as XmlObject;
}

function declaration(prefixes: Readonly<Record<string, string>>, prefix: string): string {
  const other = prefixes[prefix] ?? prefix;
  return other === '' ? '@_xmlns' : `@_xmlns:${other}`;
}

function qualified(prefixes: Readonly<Record<string, string>>, name: string): string {
  const [, prefix = '', local = name] = /^(?:([^:]*):)?(.*)$/.exec(name) ?? [];
  const other = prefixes[prefix] ?? prefix;
  return other === '' ? local : `${other}:${local}`;
}

function ordered(message: XmlObject, order: readonly string[]): XmlObject {
  if (order.length === 0) return message;
  const within = (content: XmlContent, name: string): XmlContent => {
    if (typeof content !== 'object' || isList(content)) return content;
    const entries = Object.entries(content).map(([child, value]) => [child, within(value, child)] as const);
    return Object.fromEntries(name === 'request' ? entries.toSorted(byRank(order)) : entries);
  };
  return within(message, '') as XmlObject;
}

/** Attributes come first. */
function byRank(order: readonly string[]) {
  const rank = ([name]: readonly [string, XmlContent]): number =>
    name.startsWith('@_') ? -1 : order.includes(name) ? order.indexOf(name) : order.length;
  return (one: readonly [string, XmlContent], other: readonly [string, XmlContent]): number => rank(one) - rank(other);
}

function withComments(text: string, comment: string): string {
  return text
    .replace(/<(?:[^\s:>]+:)?Body[^>]*>/, `$&${comment}`)
    .replace(/(<\/[^>]*><\/(?:[^\s:>]+:)?Body>)/, `${comment}$1`);
}

function isList(content: XmlContent): content is readonly XmlContent[] {
  return Array.isArray(content);
}
