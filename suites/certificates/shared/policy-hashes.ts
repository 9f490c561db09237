import { hashNamedBy } from '../../policy/shared/hash-names.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** The hashes that the policies of a GetPoliciesResponse ask for, where their references resolve to known OIDs. */
export function policyHashes(response: XmlNode): string[] {
  return response
    .all('.//x:attributes/x:hashAlgorithmOIDReference')
    .filter(({ isNil }) => !isNil)
    .map(({ text }) => text.trim())
    .flatMap((id) => response.all('x:oIDs/x:oID').filter((oid) => oid.textAt('x:oIDReferenceID')?.trim() === id))
    .flatMap((oid) => hashNamedBy(oid.textAt('x:value') ?? '') ?? []);
}
