import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { attributesPath } from './paths.ts';

/**
 * Elements of key attestation anywhere in the attributes of a policy, by local name without letter case. Version 5.0
 * writes `OperationTimeout`, the block of version 6.0 `operationTimeout` (MS-MDE2 3.3.4.1.1.2), and no schema names a
 * namespace.
 */
export function attestationNodes(payload: XmlNode, ...names: readonly string[]): XmlNode[] {
  const wanted = names.map((name) => name.toLowerCase());
  // Each on its own: to join the descendants of a thousand policies takes XPath minutes.
  const inside = payload.all(attributesPath).flatMap((attributes) => attributes.all('descendant::*'));
  return inside.filter(({ name }) => wanted.includes(name.toLowerCase()));
}

/**
 * Whether the element has a meaning: samples mark elements with content as nil, and a nil element without content says
 * nothing.
 */
export function speaks({ isNil, text, children }: XmlNode): boolean {
  return !isNil || text.trim() !== '' || children.length > 0;
}

/** The nonce of azureAttestation, with which the attestation service shows that its statement is new (MS-MDE2 3.3.4.1.1.2). */
export function isAttestationNonce({ name, parent }: XmlNode): boolean {
  return name === 'nonce' && parent?.name === 'azureAttestation';
}
