import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { isOfKind } from './oid-kinds.ts';
import { oidsNamedBy } from './oid-references.ts';
import { identifierOf } from './references.ts';
import { valuesAt } from './values.ts';

/** The values of the oIDs that these references name; each oID once. */
export function valuesNamedAt(payload: XmlNode, references: string): XmlNode[] {
  const named = new Set(valuesAt(payload, references).map(identifierOf));
  return [...named].flatMap((reference) => oidsNamedBy(payload, reference)).flatMap((oid) => oid.all('x:value'));
}

const expected = { hash: 'the OID of a hash', algorithm: 'the OID of an asymmetric algorithm' } as const;

/** One finding for each oID that one of these references names, and that is of another kind. */
export function* kindFinding(
  payload: XmlNode,
  references: string,
  kind: Parameters<typeof isOfKind>[0],
): Iterable<Seen> {
  const name = references.replace(/^.*:/, '');
  for (const value of valuesNamedAt(payload, references)) {
    if (isOfKind(kind, value.text.trim())) continue;
    const message = `${name} names "${value.text}", which is no ${kind}`;
    yield { message, at: value, expected: expected[kind], actual: value.text };
  }
}
