import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { integerOf, valuesAt } from './values.ts';

/** An identifier as a number: `01` names the same as `1`. */
export function identifierOf(node: XmlNode): string {
  return integerOf(node)?.toString() ?? node.text.trim();
}

/** One finding for each reference that equals none of the identifiers. Nil is no reference. */
export function* danglingReferences(payload: XmlNode, references: string, identifiers: string): Iterable<Seen> {
  const known = payload.all(identifiers).map(identifierOf);
  const name = identifiers.replace(/^.*:/, '');
  for (const reference of valuesAt(payload, references)) {
    if (!known.includes(identifierOf(reference))) {
      yield {
        message: `${reference.name} "${reference.text}" equals no ${name}`,
        at: reference,
        expected: known.length > 0 ? known.join(' or ') : `a ${name} in the message`,
        actual: reference.text,
      };
    }
  }
}

/** One finding for each node whose identifier an earlier one has. */
export function* repeatedIdentifiers(nodes: readonly XmlNode[]): Iterable<Seen> {
  const seen = new Set<string>();
  for (const node of nodes) {
    const identifier = identifierOf(node);
    if (seen.has(identifier)) yield { message: `${node.name} "${node.text}" is there twice`, at: node };
    seen.add(identifier);
  }
}
