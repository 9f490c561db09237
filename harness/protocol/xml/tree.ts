import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm';
import type { Part } from './place.ts';
import { XmlNode } from './node.ts';
import { countMarkup } from './markup-count.ts';
import { hasTag } from './prolog.ts';
import { explainSyntax, XmlSyntaxError } from './syntax-error.ts';
import type { DocumentContext } from './node.ts';

export type { XmlNode } from './node.ts';
export { XmlSyntaxError } from './syntax-error.ts';

/** Where a document came from, for the places of its findings. */
export interface Origin {
  /** Index of the exchange in the session. */
  readonly exchange: number;
  readonly part: Part;
}

/**
 * The bytes that a document may have; a larger one is refused unread. Enrollment messages have some kilobytes; the largest request of this
 * tool has 1.4 MB.
 */
const byteLimit = 2 * 1024 * 1024;

/**
 * How many tags, and how many attributes, a document may have, so that a megabyte of `<a/>` takes neither minutes nor gigabytes. Enrollment
 * messages have some hundreds, and those of management some thousands; the largest request of this tool has 40,000 tags.
 */
const markupLimit = 50_000;

/** A parsed document. It holds memory outside of the collector's reach: dispose of it, or declare it with `using`. */
export class XmlTree implements Disposable {
  readonly root: XmlNode;
  /** The bytes that were parsed. */
  readonly bytes: Uint8Array;
  /**
   * The parser's own document, for the schemas beside this module only.
   * @internal
   */
  readonly document: XmlDocument;
  readonly #context: DocumentContext;

  /** @internal */
  constructor(document: XmlDocument, bytes: Uint8Array, origin: Origin) {
    this.#context = { ...origin, disposed: false };
    this.document = document;
    this.bytes = bytes;
    this.root = new XmlNode(document.root, this.#context);
  }

  /** The first match in document order. An absolute XPath, or one relative to the root element. */
  find(xpath: string): XmlNode | undefined {
    return this.root.find(xpath);
  }

  /** Every match in document order. */
  all(xpath: string): XmlNode[] {
    return this.root.all(xpath);
  }

  /** String value of the first match, untrimmed. */
  text(xpath: string): string | undefined {
    return this.root.textAt(xpath);
  }

  /** Gives the memory back; neither the document nor its nodes may be used afterwards. */
  [Symbol.dispose](): void {
    if (this.#context.disposed) return;
    this.#context.disposed = true;
    this.document.dispose();
  }
}

/**
 * Parses a namespace-well-formed document.
 * @throws {XmlSyntaxError} for a document that is not well-formed, has a DOCTYPE, has more than 256 nested elements, or
 * exceeds `byteLimit` (2 MiB) or `markupLimit` (50,000 signs of each kind).
 */
export function parseXml(source: Uint8Array | string, origin: Origin = { exchange: 0, part: 'body' }): XmlTree {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  refuseOversize(bytes);
  refuseCrowd(bytes);
  refuseDoctype(bytes);
  const document = parse(bytes, typeof source === 'string' ? 'utf-8' : undefined);
  if (document.dtd) {
    document.dispose();
    throw doctypeError(1);
  }
  return new XmlTree(document, bytes, origin);
}

function parse(bytes: Uint8Array, encoding: string | undefined): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NO_XXE,
      ...(encoding === undefined ? {} : { encoding }),
    });
  } catch (error) {
    if (error instanceof XmlParseError) throw explainSyntax(error, encoding === undefined ? bytes : undefined);
    throw error;
  }
}

function refuseOversize(bytes: Uint8Array): void {
  if (bytes.length <= byteLimit) return;
  throw new XmlSyntaxError(`The document has ${bytes.length} bytes; at most ${byteLimit} are allowed`, 1, 'too much');
}

function refuseCrowd(bytes: Uint8Array): void {
  const { tags, attributes } = countMarkup(bytes);
  const [count, sign] = tags > markupLimit ? [tags, '"<", as tags have'] : [attributes, '"=", as attributes have'];
  if (count <= markupLimit) return;
  throw new XmlSyntaxError(
    `The document has ${count} signs ${sign}; at most ${markupLimit} are allowed`,
    1,
    'too much',
  );
}

/**
 * Before the parser reads the document, so that it never reads a declaration in it. A DOCTYPE in UTF-16 is found
 * afterwards.
 */
function refuseDoctype(bytes: Uint8Array): void {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('<!DOCTYPE');
  if (at === -1) return;
  const prolog = Buffer.from(bytes.subarray(0, at)).toString('latin1');
  if (!hasTag(prolog)) throw doctypeError(prolog.split('\n').length);
}

function doctypeError(line: number): XmlSyntaxError {
  return new XmlSyntaxError('The document has a DOCTYPE, which is refused: no enrollment message has one', line);
}
