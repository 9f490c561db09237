import type { XmlParseError } from 'libxml2-wasm';
import { encodingConflict } from './encoding-conflict.ts';

/** The bytes are no XML document that may be read: why, and where. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError';
  /** Line in the document, from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Names the first problem, which is the cause of the others; what the parser says of a wrong encoding is a riddle. */
export function explainSyntax(error: XmlParseError, bytes?: Uint8Array): XmlSyntaxError {
  const first = error.details.find(({ level }) => level > 1);
  const line = first?.line ?? 1;
  const why = (bytes && encodingConflict(bytes)) ?? rephrase((first ?? error).message.trim());
  return new XmlSyntaxError(`Not well-formed XML: ${why} (line ${line})`, line);
}

function rephrase(message: string): string {
  if (message.startsWith('Excessive depth')) return 'elements are nested deeper than 256 levels';
  if (message === 'Document is empty') return 'the document is empty or does not start with "<"';
  return message;
}
