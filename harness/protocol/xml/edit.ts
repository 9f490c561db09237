import type { XmlEdit } from './xml-edit.ts';
import { spliceSource } from './edit-operations.ts';
import { scanElements } from './source-scan.ts';
import { parseXml, XmlSyntaxError } from './tree.ts';
import type { XmlTree } from './tree.ts';

/** An edit that changed nothing: its XPath matches nothing that its operation can touch. It must never count. */
export class VoidEdit extends Error {
  override readonly name = 'VoidEdit';
}

/** An edit whose result is no longer a document. */
export class UnusableEdit extends Error {
  override readonly name = 'UnusableEdit';
}

/**
 * Applies an edit to the source text of a UTF-8 document. All other bytes stay the same, including the XML declaration
 * and white space.
 * @throws {VoidEdit} when nothing changes, {@link UnusableEdit} when the result is not well-formed, {@link
 * XmlSyntaxError} when `bytes` are not.
 */
export function editXml(bytes: Uint8Array, edit: XmlEdit): Uint8Array {
  using tree = parseXml(bytes);
  const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const edited = apply(tree, source, edit);
  if (edited === source) throw new VoidEdit(`${describe(edit)} changes nothing`);
  const result = Buffer.from(edited);
  refuseUnusable(result, edit);
  return result;
}

function apply(tree: XmlTree, source: string, edit: XmlEdit): string {
  const nodes = tree.all(edit.at);
  if (nodes.length === 0) throw new VoidEdit(`${describe(edit)} matches nothing`);
  return spliceSource(source, scanElements(source), nodes, edit);
}

function refuseUnusable(result: Uint8Array, edit: XmlEdit): void {
  try {
    parseXml(result)[Symbol.dispose]();
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new UnusableEdit(`${describe(edit)} leaves no usable document. ${error.message}`, { cause: error });
  }
}

function describe({ op, at }: XmlEdit): string {
  return `The edit "${op}" at ${at}`;
}
