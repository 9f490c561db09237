import { XmlC14NMode, XmlElement } from 'libxml2-wasm';
import { parseXml } from '../xml/tree.ts';
import type { XmlNode, XmlTree } from '../xml/tree.ts';
import { selectFirst } from '../xml/xpath.ts';
import type { DigestReading } from './algorithms.ts';

const modes = {
  inclusive: XmlC14NMode.XML_C14N_1_0,
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
} as const satisfies Record<DigestReading, number>;

/** The canonical form of an element where it stands, without comments; of the whole document if none is named. */
export function canonicalForm(tree: XmlTree, mode: DigestReading, element?: XmlNode): string {
  if (element === undefined) return tree.document.canonicalizeToString({ mode: modes[mode] });
  return rawOf(tree, element).canonicalizeToString({ mode: modes[mode] });
}

/** The same document without an element: what the enveloped-signature transform leaves. The caller disposes of it. */
export function withoutElement(tree: XmlTree, element: XmlNode): XmlTree {
  const copy = parseXml(tree.bytes);
  rawOf(copy, element).remove();
  return copy;
}

/** The parser's own element at the place of a node. */
function rawOf({ document }: XmlTree, { path }: XmlNode): XmlElement {
  const raw = selectFirst(document.root, path);
  if (raw instanceof XmlElement) return raw;
  throw new RangeError(`there is no element at ${path}`);
}
