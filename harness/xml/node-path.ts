import { XmlElement } from 'libxml2-wasm';
import type { XmlAttribute } from 'libxml2-wasm';
import { prefixOf } from './namespaces.ts';

/**
 * The absolute XPath of an element or attribute in the fixed prefixes. It has a position only where siblings match the
 * same step, and selects exactly this node in its document.
 */
export function nodePath(node: XmlElement | XmlAttribute): string {
  if (node instanceof XmlElement) return elementPath(node);
  const step = node.namespaceUri === '' ? node.name : qualified(node.name, node.namespaceUri);
  return `${node.parent ? elementPath(node.parent) : ''}/@${step}`;
}

function elementPath(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | null = element; at; at = at.parent) steps.unshift(`/${elementStep(at)}`);
  return steps.join('');
}

function elementStep(element: XmlElement): string {
  const name = stepName(element);
  const before = countMatching(element, 'prev');
  if (before === 0 && countMatching(element, 'next') === 0) return name;
  return `${name}[${before + 1}]`;
}

function countMatching(element: XmlElement, direction: 'prev' | 'next'): number {
  const { name, namespaceUri } = element;
  const anyNamespace = namespaceUri !== '' && prefixOf(namespaceUri) === undefined;
  let count = 0;
  for (let sibling = element[direction]; sibling; sibling = sibling[direction]) {
    if (!(sibling instanceof XmlElement) || sibling.name !== name) continue;
    if (anyNamespace || sibling.namespaceUri === namespaceUri) count += 1;
  }
  return count;
}

function stepName(element: XmlElement): string {
  return element.namespaceUri === '' ? element.name : qualified(element.name, element.namespaceUri);
}

function qualified(name: string, uri: string): string {
  const prefix = prefixOf(uri);
  return prefix === undefined ? `*[local-name()='${name}']` : `${prefix}:${name}`;
}
