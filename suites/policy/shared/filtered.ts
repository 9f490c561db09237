import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { oidsNamedBy } from './oid-references.ts';
import { policyPath } from './paths.ts';
import { identifierOf } from './references.ts';

/** A policy of an answer. */
export interface NamedPolicy {
  readonly policy: XmlNode;
  /** Absent where its reference leads nowhere. */
  readonly oid: string | undefined;
}

/** The policy OIDs that a request filters by. */
export function filterOf({ request }: Evidence): string[] {
  return request.all('//x:GetPolicies/x:requestFilter/x:policyOIDs/x:oid').map(({ text }) => text.trim());
}

/** The policies of an answer with their OIDs. */
export function namedPolicies({ payload }: Evidence): NamedPolicy[] {
  return payload.all(policyPath).map((policy) => {
    const reference = policy.find('x:policyOIDReference');
    const [oid] = reference ? oidsNamedBy(payload, identifierOf(reference)) : [];
    return { policy, oid: oid?.textAt('x:value')?.trim() };
  });
}
