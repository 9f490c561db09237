import { XmlAttribute, XmlElement } from 'libxml2-wasm';
import type { XmlNode as RawNode } from 'libxml2-wasm';
import type { Part, Place } from './place.ts';
import { namespaces } from './namespaces.ts';
import { nodePath } from './node-path.ts';
import { InvalidXPath, selectAll, selectFirst } from './xpath.ts';

/** A node, or its tree, was read after the tree had been disposed of. */
export class DisposedXml extends Error {
  override readonly name = 'DisposedXml';
  override readonly message = 'An XML node was read after its document had been disposed of';
}

/** What the nodes of one document share. */
export interface DocumentContext {
  readonly exchange: number;
  readonly part: Part;
  disposed: boolean;
}

/**
 * An element or attribute of a parsed document, and the place of a finding. It reads from the document on demand and is
 * valid until the tree is disposed of; a path that was read before stays readable. It keeps what it found once, because
 * hundreds of checks ask the same, and each question is a call into the WASM sandbox.
 */
export class XmlNode implements Place {
  readonly #raw: XmlElement | XmlAttribute;
  readonly #document: DocumentContext;
  #path: string | undefined;
  #text: string | undefined;
  /** Made when first needed: of most nodes nobody asks anything. */
  #firsts: Map<string, XmlNode | undefined> | undefined;
  #lists: Map<string, readonly XmlNode[]> | undefined;

  /** @internal */
  constructor(raw: XmlElement | XmlAttribute, document: DocumentContext) {
    this.#raw = raw;
    this.#document = document;
  }

  get exchange(): number {
    return this.#document.exchange;
  }

  get part(): Part {
    return this.#document.part;
  }

  /** Absolute XPath with the fixed prefixes: `/s:Envelope/s:Body/d:DiscoverResponse`. */
  get path(): string {
    this.#path ??= nodePath(this.#open());
    return this.#path;
  }

  get kind(): 'element' | 'attribute' {
    return this.#raw instanceof XmlElement ? 'element' : 'attribute';
  }

  /** Local name. */
  get name(): string {
    return this.#open().name;
  }

  /** The prefix that the message uses; empty when it uses none. Never significant. */
  get prefix(): string {
    return this.#open().prefix;
  }

  /** Namespace URI; empty when there is none. */
  get namespace(): string {
    return this.#open().namespaceUri;
  }

  /** String value as in XPath: all text inside, untrimmed. */
  get text(): string {
    const raw = this.#open();
    this.#text ??= raw.content;
    return this.#text;
  }

  /** Line in the document, from 1. */
  get line(): number {
    const raw = this.#open();
    return raw instanceof XmlElement ? raw.line : (raw.parent?.line ?? 0);
  }

  /** Whether `xsi:nil` is true. */
  get isNil(): boolean {
    return /^\s*(true|1)\s*$/.test(this.attribute('nil', namespaces.xsi) ?? '');
  }

  /** Child elements. */
  get children(): XmlNode[] {
    return this.all('*');
  }

  get parent(): XmlNode | undefined {
    const { parent } = this.#open();
    return parent ? new XmlNode(parent, this.#document) : undefined;
  }

  /** Value of an attribute; without a namespace, of the unprefixed one. */
  attribute(name: string, namespaceUri = ''): string | undefined {
    const raw = this.#open();
    if (raw instanceof XmlAttribute) return undefined;
    // One lookup in the sandbox; the list of all attributes is a call and an object for each.
    if (namespaceUri === '') return raw.attr(name)?.value;
    return raw.attrs.find((attribute) => attribute.name === name && attribute.namespaceUri === namespaceUri)?.value;
  }

  /** The namespace that a prefix of a QName in the content means here (`s:Receiver`); with '' the default one. */
  namespaceOf(prefix: string): string | undefined {
    const raw = this.#open();
    const uri = (raw instanceof XmlElement ? raw : raw.parent)?.namespaceForPrefix(prefix);
    return uri ?? undefined;
  }

  /** The first match in document order; relative to this node unless the XPath is absolute. */
  find(xpath: string): XmlNode | undefined {
    const raw = this.#open();
    const firsts = (this.#firsts ??= new Map<string, XmlNode | undefined>());
    const known = firsts.get(xpath);
    if (known !== undefined || firsts.has(xpath)) return known;
    const found = selectFirst(raw, xpath);
    const node = found && this.#wrap(found, xpath);
    firsts.set(xpath, node);
    return node;
  }

  /** Every match in document order. */
  all(xpath: string): XmlNode[] {
    const raw = this.#open();
    const lists = (this.#lists ??= new Map<string, readonly XmlNode[]>());
    const known = lists.get(xpath);
    if (known) return [...known];
    const nodes = selectAll(raw, xpath).map((found) => this.#wrap(found, xpath));
    lists.set(xpath, nodes);
    return [...nodes];
  }

  /** String value of the first match, untrimmed. */
  textAt(xpath: string): string | undefined {
    return this.find(xpath)?.text;
  }

  #open(): XmlElement | XmlAttribute {
    if (this.#document.disposed) throw new DisposedXml();
    return this.#raw;
  }

  #wrap(found: RawNode, xpath: string): XmlNode {
    if (found instanceof XmlElement || found instanceof XmlAttribute) return new XmlNode(found, this.#document);
    throw new InvalidXPath(`XPath "${xpath}" selects something that is neither an element nor an attribute`);
  }
}
