import { decodeBase64 } from '../../../engine/evidence/base64.ts';
import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';
import { namespaces } from '../../../protocol/xml/namespaces.ts';
import type { XmlNode } from '../../../protocol/xml/tree.ts';
import { tokens } from '../protocol.ts';
import { Refusal } from '../refusal.ts';

/** The address of base64 in WS-Security itself; Microsoft's documents and Windows have another. */
const base64OfOasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary';

/**
 * The text of the token that a sign-in page gave, from the Security header (MS-MDE2 3.3.4.1.1.1.1, 3.4.4.1.1.1). Windows writes the
 * attributes with the prefix of WS-Security or without; EncodingType may be missing, because base64 is its default. Throws `Refusal` with
 * InvalidSecurity.
 */
export function readUserToken(security: XmlNode, { tokenSkips: skips }: SignInBehaviour): string {
  const [token, ...others] = security.all('wsse:BinarySecurityToken');
  if (token === undefined || others.length > 0 || security.find('wsse:UsernameToken')) {
    throw unusable('needs exactly one credential');
  }
  if (skips !== 'value-type' && attributeOf(token, 'ValueType') !== tokens.user) {
    throw unusable('has a token of another ValueType than DeviceEnrollmentUserToken');
  }
  const encoding = attributeOf(token, 'EncodingType') ?? tokens.base64Binary;
  if (skips !== 'encoding-type' && encoding !== tokens.base64Binary && encoding !== base64OfOasis) {
    throw unusable('has a token of another EncodingType than base64binary');
  }
  const bytes = decodeBase64(token.text);
  if (bytes === undefined || bytes.length === 0) throw unusable('has a token that cannot be decoded');
  return bytes.toString('utf8');
}

function attributeOf(node: XmlNode, name: string): string | undefined {
  return (node.attribute(name) ?? node.attribute(name, namespaces.wsse))?.trim();
}

function unusable(what: string): Refusal {
  return new Refusal('InvalidSecurity', `The security header ${what}.`);
}
