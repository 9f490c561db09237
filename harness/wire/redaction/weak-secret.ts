import type { KnownSecret } from './secret-ledger.ts';

/**
 * Words that occur in every enrollment. A secret that is a part of one cannot be distinguished from the protocol;
 * replacing it everywhere would destroy the messages.
 */
const vocabulary = `
http://www.w3.org/2003/05/soap-envelope http://www.w3.org/2005/08/addressing/anonymous https://
http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/DiscoverResponse
http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPoliciesResponse
http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep/RSTRC/wstep#PKCS10
http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue Renew RequestSecurityTokenResponseCollection
http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary wssecurity-utility
oasis-200401-wss-username-token-profile-1.0#PasswordText oasis-200401-wss-x509-token-profile-1.0#X509v3
http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken DeviceEnrollmentProvisionDoc
http://www.w3.org/2001/XMLSchema-instance http://schemas.xmlsoap.org/ws/2006/12/authorization
EnrollmentServer/Discovery.svc Policy.svc Enrollment.svc EnterpriseEnrollment Federated OnPremise Certificate
Envelope Header Body Action MessageID ReplyTo Address Security UsernameToken Username Password BinarySecurityToken
RequestVersion DeviceType CIMClient_Windows ApplicationVersion AuthPolicies EmailAddress TokenType RequestType
AdditionalContext ContextItem Value DeviceName DeviceID mustUnderstand ValueType EncodingType
wap-provisioningdoc characteristic parm name value type CertificateStore Root System EncodedCertificate My User
APPLICATION PROVIDER-ID AAUTHSECRET AAUTHDATA AAUTHLEVEL AAUTHTYPE AAUTHNAME CLIENT APPSRV DIGEST BASIC DMClient
SyncML SyncHdr SyncBody VerDTD VerProto SessionID Target Source LocURI Status CmdRef Final
application/soap+xml; charset=utf-8 application/vnd.syncml.dm+xml text/html Content-Type Content-Length User-Agent
localhost 127.0.0.1 redacted-password-token-secret-nonce-cookie-authorization wresult accesstoken login_hint
`;

/**
 * Whether a secret is too short (at most three characters) or too common a word of the protocol to replace it
 * everywhere. Such a secret is replaced only in places that are known to hold one.
 */
export function isWeakSecret(secret: string): boolean {
  const plain = secret.trim();
  return plain.length <= 3 || vocabulary.includes(plain);
}

/** From so many characters on, a secret does not appear in a message by chance. */
const safeLength = 6;

/** What to tell the owners of passwords that cannot be hidden well, as sentences without a full stop. */
export function notesOn(secrets: readonly KnownSecret[]): readonly string[] {
  return secrets.flatMap(({ kind, value }) => (kind === 'password' ? (weaknessOf(value) ?? []) : []));
}

/** What to tell the owner of a secret that cannot be hidden well, as a sentence without a full stop; undefined if it can. */
function weaknessOf(secret: string): string | undefined {
  const plain = secret.trim();
  const advice = `use a test password of ${safeLength} characters or more that is no word of the protocol`;
  if (isWeakSecret(plain)) {
    const why = plain.length <= 3 ? 'has fewer than 4 characters' : 'is a word of the protocol';
    return `a password of the target ${why}; it is hidden only where messages are known to carry a password; ${advice}`;
  }
  return plain.length < safeLength
    ? `a password of the target has fewer than ${safeLength} characters; whatever equals it in a message is replaced too; ${advice}`
    : undefined;
}
