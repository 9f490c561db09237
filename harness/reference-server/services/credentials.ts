import { decodeBase64 } from '../../engine/evidence/base64.ts';
import type { Behaviour } from '../../engine/rule/counterexample.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { AuthOffer } from './auth-method.ts';
import { jwtIn, ownerOfJwt, type EntraDesk } from './entra/jwt-owner.ts';
import { ownerOfCertificate, type CertificateDesk } from './certificate/certificate-owner.ts';
import { shownCertificates } from './certificate/shown-certificate.ts';
import { Refusal } from './refusal.ts';
import type { IsRightPassword } from './right-password.ts';
import { readDeviceContext } from './security-token-request.ts';
import type { TokenIssuer } from './sign-in/token-issuer.ts';
import type { NoteUse } from './sign-in/token-uses.ts';
import { readUserToken } from './sign-in/user-token.ts';
import { names, type User } from './user.ts';

const securityPath = '/s:Envelope/s:Header/wsse:Security';

/** The tolerated error of the clock of a device, in milliseconds. */
const skew = 5 * 60_000;

/** What decides whether a request comes from a user of the server. */
export interface Doorkeeper extends CertificateDesk {
  readonly users: readonly [User, ...User[]];
  readonly offer: AuthOffer;
  readonly behaviour: Behaviour;
  readonly isRight: IsRightPassword;
  readonly tokens: TokenIssuer;
  /** The token of an agent, which enrolls devices of the first user whatever the server offers. */
  readonly agentToken?: string;
  /** Missing if the server joins no devices to Microsoft Entra. */
  readonly entra?: EntraDesk | undefined;
  readonly noteUse: NoteUse;
  readonly now: () => Date;
}

/**
 * The user of the credential in the Security header: of the UsernameToken, if its password is right (MS-MDE2 3.3.4.1.1.1.3), of the token
 * that the sign-in page gave (3.3.4.1.1.1.1), or of the certificate that signed the message (3.3.4.1.1.1.2). Each counts
 * only where the server offers that way.
 */
export function authenticate(tree: XmlTree, doorkeeper: Doorkeeper): User {
  const { behaviour, isRight, now, offer, users } = doorkeeper;
  if (behaviour.tokenSkips === 'presence' && !tree.find(`${securityPath}/*`)) return users[0];
  const security = onlySecurity(tree);
  if (isOfAgent(security, doorkeeper)) return users[0];
  if (offer.includes('certificate') && (offer.length === 1 || shownCertificates(security).length > 0)) {
    return ownerOfCertificate(tree, security, doorkeeper);
  }
  checkTimestamp(security, now());
  const jwt = doorkeeper.entra && jwtIn(security);
  if (doorkeeper.entra && jwt) return ownerOfJwt(tree, jwt, doorkeeper.entra, doorkeeper);
  if (offer.includes('federated') && security.find('wsse:BinarySecurityToken')) {
    return ownerOfToken(tree, security, doorkeeper);
  }
  const { username, password } = usernameToken(security);
  if (!offer.includes('on-premise')) {
    throw new Refusal(
      'Authentication',
      'This server takes the token of its sign-in page, not a user name and a password.',
    );
  }
  const user = users.find(({ email }) => names(username, email));
  if (user !== undefined && isRight(password, user.password)) return user;
  throw new Refusal('Authentication', 'The user name or the password is not right.');
}

function isOfAgent(security: XmlNode, { agentToken, behaviour }: Doorkeeper): boolean {
  if (agentToken === undefined || !security.find('wsse:BinarySecurityToken')) return false;
  try {
    return readUserToken(security, behaviour) === agentToken;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function ownerOfToken(tree: XmlTree, security: XmlNode, { behaviour, noteUse, tokens }: Doorkeeper): User {
  const token = readUserToken(security, behaviour);
  const user = tokens.userOf(token);
  noteUse(token, readDeviceContext(tree).deviceId);
  return user;
}

/**
 * Checks the Security header of a renewal. The certificate is enough: the header may be missing, or have a
 * UsernameToken of the same user with an empty password or the right one (MS-MDE2 3.5.4.1.1.1, Learn: Certificate
 * renewal).
 */
export function checkRenewalSecurity(tree: XmlTree, user: User, now: Date): void {
  if (!tree.find(securityPath)) return;
  const security = onlySecurity(tree);
  checkTimestamp(security, now);
  if (!security.find('wsse:UsernameToken')) return;
  const { username, password } = usernameToken(security);
  if (!names(username, user.email)) {
    throw new Refusal('Authorization', 'The user is not the one who enrolled the device.');
  }
  if (!['', user.password].includes(password.trim())) {
    throw new Refusal('Authentication', 'The password is not right.');
  }
}

function onlySecurity(tree: XmlTree): XmlNode {
  const [security, ...others] = tree.all(securityPath);
  if (security !== undefined && others.length === 0) return security;
  throw new Refusal('InvalidSecurity', 'The request needs exactly one Security header.');
}

function checkTimestamp(security: XmlNode, now: Date): void {
  const expires = security.find('u:Timestamp/u:Expires')?.text.trim();
  if (expires === undefined) return;
  const instant = Date.parse(expires);
  if (Number.isNaN(instant) || instant + skew < now.getTime()) {
    throw new Refusal('InvalidSecurity', 'The security header has expired.');
  }
}

function usernameToken(security: XmlNode): { readonly username: string; readonly password: string } {
  const [token, ...others] = security.all('wsse:UsernameToken');
  if (token === undefined) return refuseOtherCredential(security);
  const username = token.find('wsse:Username')?.text.trim();
  const password = token.find('wsse:Password')?.text;
  if (others.length === 0 && username !== undefined && password !== undefined) return { username, password };
  throw new Refusal('InvalidSecurity', 'The security header needs one user name with one password.');
}

function refuseOtherCredential(security: XmlNode): never {
  const token = security.find('wsse:BinarySecurityToken');
  if (token === undefined) throw new Refusal('InvalidSecurity', 'The security header carries no credential.');
  if (decodeBase64(token.text) === undefined) {
    throw new Refusal('InvalidSecurity', 'The security token cannot be decoded.');
  }
  throw new Refusal('Authentication', 'This server takes a user name and a password, not a security token.');
}
