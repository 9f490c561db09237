import type { XmlNode } from './tree.ts';

/**
 * What an element says, as a text to be compared: names, namespaces, attributes and values, without prefixes, padding and
 * the order of its children, which has no meaning in Discover and its answer.
 */
export function contentOf(node: XmlNode): string {
  const attributes = node.all('@*').map(({ namespace, name, text }) => `@{${namespace}}${name}=${text.trim()}`);
  const children = node.children.map(contentOf);
  const value = children.length > 0 ? '' : node.text.trim();
  return `{${node.namespace}}${node.name}(${[...attributes, ...children, value].toSorted().join(',')})`;
}
