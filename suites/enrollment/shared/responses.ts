import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** The responses in the collection, of which there is to be one (MS-WSTEP 3.1.4.1.3.5). */
export function responsesIn(collection: XmlNode): XmlNode[] {
  return collection.all('wst:RequestSecurityTokenResponse');
}

/** The tokens that carry the provisioning document (MS-MDE2 3.4.4.1.1.2). */
export function tokensIn(collection: XmlNode): XmlNode[] {
  return collection.all('wst:RequestSecurityTokenResponse/wst:RequestedSecurityToken/wsse:BinarySecurityToken');
}

/** Members of the responses by local name, in whatever namespace a server puts them. */
export function membersNamed(collection: XmlNode, name: string): XmlNode[] {
  return collection.all(`wst:RequestSecurityTokenResponse/*[local-name()="${name}"]`);
}
