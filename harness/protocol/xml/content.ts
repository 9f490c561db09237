import type { XmlNode } from './tree.ts';

/**
 * The content of an element as a text for comparisons: names, namespaces, attributes and values. It omits prefixes,
 * padding and the order of the children, which has no meaning in Discover and its answer.
 */
export function contentOf(node: XmlNode): string {
  const attributes = node.all('@*').map(({ namespace, name, text }) => `@{${namespace}}${name}=${text.trim()}`);
  const children = node.children.map(contentOf);
  const value = children.length > 0 ? '' : node.text.trim();
  return `{${node.namespace}}${node.name}(${[...attributes, ...children, value].toSorted().join(',')})`;
}
