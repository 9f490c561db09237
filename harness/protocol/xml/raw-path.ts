import type { XmlNode } from './node.ts';

/**
 * The element at a path as the parser reports it: with the prefixes of the message, `*` for an element without a
 * prefix, and a position among the siblings that match the step. If it cannot follow the path to its end, it returns
 * the nearest ancestor.
 */
export function nodeAtRawPath(root: XmlNode, rawPath: string): XmlNode {
  let node = root;
  for (const step of rawPath.split('/').slice(2)) {
    const { name = '*', position = '1' } = /^(?<name>[^[]+)(?:\[(?<position>\d+)\])?$/.exec(step)?.groups ?? {};
    const next = node.children.filter((child) => name === '*' || rawName(child) === name)[Number(position) - 1];
    if (!next) return node;
    node = next;
  }
  return node;
}

function rawName({ prefix, name }: XmlNode): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}
