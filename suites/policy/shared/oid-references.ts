import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { oidPath } from './paths.ts';
import { danglingReferences, identifierOf } from './references.ts';
import { hasValue } from './values.ts';

const identifiers = `${oidPath}/x:oIDReferenceID`;

/** References that lead to no oID of the same message (MS-XCEP 3.1.4.1.3.16). */
export function danglingOidReferences(payload: XmlNode, references: string): Iterable<Seen> {
  return danglingReferences(payload, references, identifiers);
}

/**
 * Whether there is a reference to judge, and oIDs to judge it by. If all oIDs are missing, only the check of
 * policyOIDReference reports it, because every policy has that reference.
 */
export function hasOidReference(payload: XmlNode, references: string): boolean {
  return hasValue(payload, references) && hasValue(payload, identifiers);
}

/** The oIDs that a reference names. */
export function oidsNamedBy(payload: XmlNode, identifier: string): XmlNode[] {
  return payload
    .all(oidPath)
    .filter((oid) => oid.all('x:oIDReferenceID').some((id) => identifierOf(id) === identifier));
}
