import type { MessageType } from './message-type.ts';
import type { XmlNode } from './node.ts';
import type { XmlTree } from './tree.ts';

/** An element that lacks a member which only some messages of its type may lack. */
interface Lack {
  readonly node: XmlNode;
  /** With its fixed prefix. */
  readonly member: string;
}

/** What asks for no certificate carries no request for one (MS-WSTEP 3.1.4.1.2.7). */
const withoutToken: readonly string[] = [
  'http://docs.oasis-open.org/ws-sx/ws-trust/200512/KET',
  'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/QueryTokenStatus',
];

/** The conditions between members of one message that XSD 1.0 cannot state. */
export function lackingMembers(tree: XmlTree, type: MessageType): readonly Lack[] {
  if (type === 'request-security-token') {
    return tree
      .all('//wst:RequestSecurityToken[not(wsse:BinarySecurityToken)]')
      .filter((node) => !withoutToken.includes(node.textAt('wst:RequestType')?.trim() ?? ''))
      .map((node) => ({ node, member: 'wsse:BinarySecurityToken' }));
  }
  if (type !== 'request-security-token-response-collection') return [];
  return tree
    .all('//wst:RequestSecurityTokenResponse[not(wst:RequestedSecurityToken or wst:KeyExchangeToken)]')
    .map((node) => ({ node, member: 'wst:RequestedSecurityToken' }));
}
