import type { XmlParseError } from 'libxml2-wasm';
import { encodingConflict } from './encoding-conflict.ts';

/** The bytes are no XML document that may be read: why, and where. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError';
  /** Line in the document, from 1. */
  readonly line: number;
  /** The document itself is whole, and more bytes follow it. */
  readonly isTrailed: boolean;
  /** The document was refused unread, because it has more than is read: whether it is well-formed, nobody knows. */
  readonly isTooMuch: boolean;

  constructor(message: string, line: number, trouble?: 'trailed' | 'too much') {
    super(message);
    this.line = line;
    this.isTrailed = trouble === 'trailed';
    this.isTooMuch = trouble === 'too much';
  }
}

/** Names the first problem, which is the cause of the others; what the parser says of a wrong encoding is a riddle. */
export function explainSyntax(error: XmlParseError, bytes?: Uint8Array): XmlSyntaxError {
  const first = error.details.find(({ level }) => level > 1);
  const line = first?.line ?? 1;
  const said = (first ?? error).message.trim();
  const why = (bytes && encodingConflict(bytes)) ?? rephrase(said);
  return new XmlSyntaxError(
    `Not well-formed XML: ${why} (line ${line})`,
    line,
    said.startsWith(trailing) ? 'trailed' : undefined,
  );
}

/** How the parser names bytes behind the root element. */
const trailing = 'Extra content at the end of the document';

function rephrase(message: string): string {
  if (message.startsWith(trailing)) return 'bytes follow the document';
  if (message.startsWith('Excessive depth')) return 'elements are nested deeper than 256 levels';
  if (message === 'Document is empty') return 'the document is empty or does not start with "<"';
  return message;
}
