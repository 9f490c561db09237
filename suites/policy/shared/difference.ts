import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/**
 * The first element of `b` in document order that differs from its counterpart in `a`: in its name, in being nil, in
 * the number of its children or in its text. Prefixes, attributes and white space between elements do not matter, and neither does
 * what an element contains that `mayDiffer` names.
 */
export function firstDifference(
  a: XmlNode,
  b: XmlNode,
  mayDiffer: (node: XmlNode) => boolean = () => false,
): XmlNode | undefined {
  if (a.name !== b.name || a.namespace !== b.namespace || a.isNil !== b.isNil) return b;
  if (mayDiffer(b)) return undefined;
  const left = a.children;
  const right = b.children;
  if (left.length !== right.length) return b;
  if (left.length === 0) return a.text === b.text ? undefined : b;
  for (const [index, child] of left.entries()) {
    const counterpart = right[index];
    const difference = counterpart && firstDifference(child, counterpart, mayDiffer);
    if (difference) return difference;
  }
  return undefined;
}
