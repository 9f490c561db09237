import type { XmlNode } from './node.ts';

/**
 * The element at a path as the parser reports it: in the message's own prefixes, with `*` for an element without prefix,
 * and a position among the siblings that match the step. Stops at the nearest ancestor when it cannot be followed.
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
