import { decodeBase64 } from '../../../engine/evidence/base64.ts';
import type { EntraBehaviour } from '../../../engine/rule/entra-behaviour.ts';
import { namespaces } from '../../../protocol/xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../../../protocol/xml/tree.ts';
import { Refusal } from '../refusal.ts';
import { readEnrollmentData } from '../security-token-request.ts';
import { names, type User } from '../user.ts';
import type { Consents } from './consent.ts';
import type { ReadJwt } from './jwt-reader.ts';

/** The ValueType of a token of Microsoft Entra, as its clients write it. */
const jwtType = 'urn:ietf:params:oauth:token-type:jwt';

/** What a server that joins devices to Microsoft Entra checks tokens with. */
export interface EntraDesk {
  readonly readJwt: ReadJwt;
  readonly consents: Consents;
}

/** The token of Microsoft Entra in a Security header; undefined if it holds another credential. */
export function jwtIn(security: XmlNode): XmlNode | undefined {
  const [token, ...others] = security.all('wsse:BinarySecurityToken');
  if (token === undefined || others.length > 0) return undefined;
  const type = token.attribute('ValueType') ?? token.attribute('ValueType', namespaces.wsse);
  return type?.trim() === jwtType ? token : undefined;
}

/**
 * The user of a token. A token need not name one; then it is the first user of this server. A request for a certificate may carry the
 * OpaqueBlob of the terms of use, which then has to be one of that user. Throws `Refusal`.
 */
export function ownerOfJwt(
  tree: XmlTree,
  token: XmlNode,
  { readJwt, consents }: EntraDesk,
  { users, behaviour }: { readonly users: readonly [User, ...User[]]; readonly behaviour: EntraBehaviour },
): User {
  const isIssue = tree.find('/s:Envelope/s:Body/wst:RequestSecurityToken') !== undefined;
  const { entraRefuses } = behaviour;
  if (entraRefuses === 'everywhere' || entraRefuses === (isIssue ? 'enrollment' : 'policies')) {
    throw new Refusal('Authentication', 'This service takes no token of Microsoft Entra.');
  }
  const bytes = decodeBase64(token.text);
  if (bytes === undefined || bytes.length === 0) {
    throw new Refusal('InvalidSecurity', 'The security header has a token that cannot be decoded.');
  }
  const claimed = readJwt(bytes.toString('utf8'));
  const blob = readEnrollmentData(tree) ?? '';
  if (blob !== '' && behaviour.enrollmentDataIsIgnored !== true && !consents.isOf(blob, claimed)) {
    throw new Refusal('MessageFormat', 'EnrollmentData is not what the terms of use gave.', 'InvalidEnrollmentData');
  }
  const { name } = claimed;
  const user = name === undefined ? users[0] : users.find(({ email }) => names(name, email));
  if (user === undefined) throw new Refusal('Authorization', 'The user may not enroll a device at this server.');
  return user;
}
