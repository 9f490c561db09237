import { XmlElement } from 'libxml2-wasm';
import type { XmlAttribute } from 'libxml2-wasm';
import { prefixOf } from './namespaces.ts';
import { countAll } from './xpath.ts';

/**
 * The absolute XPath of an element or attribute with the fixed prefixes. A step has a position only if siblings match
 * it too. The path selects exactly this node in its document.
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
  const before = countAll(element, `preceding-sibling::${name}`);
  if (before === 0 && countAll(element, `following-sibling::${name}[1]`) === 0) return name;
  return `${name}[${before + 1}]`;
}

function stepName(element: XmlElement): string {
  return element.namespaceUri === '' ? element.name : qualified(element.name, element.namespaceUri);
}

function qualified(name: string, uri: string): string {
  const prefix = prefixOf(uri);
  return prefix === undefined ? `*[local-name()='${name}']` : `${prefix}:${name}`;
}
