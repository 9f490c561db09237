import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { oids } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { bodyElement } from './soap-request.ts';

/** What a GetPolicies request means for the answer. */
export interface PolicyRequest {
  /** The device already has the policies (MS-XCEP 3.1.4.1.3.9). */
  readonly upToDate: boolean;
  /** The filter matches the one policy of this server (MS-XCEP 3.1.4.1.3.22). */
  readonly wanted: boolean;
}

/** A device without policies and without a filter. */
export const firstPolicyRequest: PolicyRequest = { upToDate: false, wanted: true };

/** When the policies of this server last changed. */
const lastChange = Date.UTC(2024, 0, 1);

/** Reads GetPolicies (MS-XCEP 3.1.4.1.2.1); it ignores unknown elements. */
export function readPolicyRequest(tree: XmlTree): PolicyRequest {
  const request = bodyElement(tree, 'x:GetPolicies');
  const [client, ...others] = request.all('x:client');
  if (client === undefined || client.isNil || client.children.length === 0 || others.length > 0) {
    throw new Refusal('MessageFormat', 'GetPolicies needs exactly one client that is not empty.');
  }
  return { upToDate: isUpToDate(client), wanted: isWanted(request) };
}

function isUpToDate(client: XmlNode): boolean {
  const lastUpdate = client.find('x:lastUpdate');
  if (lastUpdate === undefined || lastUpdate.isNil) return false;
  const instant = Date.parse(lastUpdate.text.trim());
  if (Number.isNaN(instant)) throw new Refusal('MessageFormat', 'lastUpdate is not a date and time.');
  return instant >= lastChange;
}

function isWanted(request: XmlNode): boolean {
  const wanted = request.all('x:requestFilter/x:policyOIDs/x:oid').map(({ text }) => text.trim());
  return wanted.length === 0 || wanted.includes(oids.policy);
}
