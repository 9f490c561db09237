import { namespaces } from '../protocol/xml/namespaces.ts';
import type { XmlNode } from '../protocol/xml/tree.ts';
import { parseXml } from '../protocol/xml/tree.ts';

/** How a serialiser may write a document without changing what it says. */
export interface Style {
  /** What stands before the root, such as an XML declaration. */
  readonly prolog?: string;
  /** The prefix of a namespace; '' declares it as the default one. Default: the prefixes of this project. */
  readonly prefix?: (uri: string) => string;
  /** All namespaces are declared on the root; otherwise each where it is needed. */
  readonly declareAtRoot?: boolean;
  /** What stands between elements, by depth: white space, comments. */
  readonly between?: (depth: number) => string;
  readonly quote?: '"' | "'";
  /** Attributes in the opposite order. */
  readonly reversed?: boolean;
  /** Writes text that has been read. */
  readonly text?: (text: string) => string;
  /** Writes an attribute value that has been read; the quote is escaped by the caller of the XML. */
  readonly value?: (value: string) => string;
  /** Writes `<a></a>` for `<a/>`. */
  readonly open?: boolean;
}

const xml = 'http://www.w3.org/XML/1998/namespace';
const known = new Map<string, string>(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

/** The text with every character that markup could be made of as a reference. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Writes a document in another style. Text beside elements is white space in every message, and is dropped. */
export function restyle(bytes: Uint8Array, style: Style): Uint8Array {
  using tree = parseXml(bytes);
  const scope = new Map([['', '']]);
  return Buffer.from((style.prolog ?? '') + writeElement(tree.root, { scope, depth: 0 }, complete(style)), 'utf8');
}

type CompleteStyle = Required<Style>;

interface Where {
  /** Prefixes in scope. */
  readonly scope: ReadonlyMap<string, string>;
  readonly depth: number;
}

function complete(style: Style): CompleteStyle {
  return {
    prolog: '',
    prefix: (uri) => known.get(uri) ?? 'other',
    declareAtRoot: false,
    between: () => '',
    quote: '"',
    reversed: false,
    text: escaped,
    value: escaped,
    open: false,
    ...style,
  };
}

function writeElement(node: XmlNode, { scope, depth }: Where, style: CompleteStyle): string {
  const inner = new Map(scope);
  const declarations: string[] = [];
  const bind = (uri: string, wanted: string): string => {
    if (inner.get(wanted) !== uri) {
      inner.set(wanted, uri);
      declarations.push(attribute(wanted === '' ? 'xmlns' : `xmlns:${wanted}`, uri, style));
    }
    return wanted === '' ? '' : `${wanted}:`;
  };
  if (style.declareAtRoot && depth === 0) {
    for (const uri of new Set(node.all('//*').map(({ namespace }) => namespace))) {
      if (uri !== '' && style.prefix(uri) !== '') bind(uri, style.prefix(uri));
    }
  }
  const name = `${bind(node.namespace, node.namespace === '' ? '' : style.prefix(node.namespace))}${node.name}`;
  const attributes = node.all('@*').map((item) => writeAttribute(item, bind, style));
  const content = writeContent(node, { scope: inner, depth }, bind, style);
  const parts = [...declarations, ...(style.reversed ? attributes.toReversed() : attributes)];
  const tag = [name, ...(style.reversed ? parts.toReversed() : parts)].join(' ');
  return content === '' && !style.open ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

type Bind = (uri: string, wanted: string) => string;

function writeAttribute(item: XmlNode, bind: Bind, style: CompleteStyle): string {
  const { namespace, name, text } = item;
  if (namespace === '') return attribute(name, text, style);
  if (namespace === xml) return attribute(`xml:${name}`, text, style);
  const prefix = style.prefix(namespace);
  return attribute(
    `${bind(namespace, prefix === '' ? `p${known.get(namespace) ?? 'q'}` : prefix)}${name}`,
    text,
    style,
  );
}

function attribute(name: string, value: string, { quote, value: write }: CompleteStyle): string {
  return `${name}=${quote}${write(value)}${quote}`;
}

function writeContent(node: XmlNode, where: Where, bind: Bind, style: CompleteStyle): string {
  const { children } = node;
  if (children.length > 0) {
    const depth = where.depth + 1;
    const inside = children.map((child) => style.between(depth) + writeElement(child, { ...where, depth }, style));
    return inside.join('') + style.between(where.depth);
  }
  if (node.text === '') return '';
  return isQName(node) ? writeQName(node, bind, style) : style.text(node.text);
}

/** The codes of a fault are QNames, so that their prefix must be written as it is declared. */
function isQName({ name, parent }: XmlNode): boolean {
  return name === 'Value' && ['Code', 'Subcode'].includes(parent?.name ?? '');
}

function writeQName(node: XmlNode, bind: Bind, style: CompleteStyle): string {
  const [prefix = '', local = ''] = node.text.split(':');
  const uri = node.namespaceOf(prefix) ?? '';
  return style.text(`${bind(uri, uri === node.namespace ? style.prefix(uri) : 'code')}${local}`);
}
