import { x509 } from '../../../protocol/xml-signature/algorithms.ts';
import type { XmlObject } from '../../../protocol/xml/write.ts';
import type { Reveal } from '../../../wire/redaction/secret-register.ts';
import type { Secret } from '../../../wire/redaction/secret.ts';

/** User name and password in clear text, for on-premise authentication. */
export interface UsernameToken {
  readonly kind: 'username-token';
  readonly username: string;
  readonly password: Secret;
}

/** The token that a sign-in page gave, for federated authentication. */
export interface UserToken {
  readonly kind: 'user-token';
  /** As the page gave it; the message encodes it in base64. */
  readonly token: Secret;
}

/** A token of Microsoft Entra, for a device that joins or gets a work account. */
export interface JwtCredential {
  readonly kind: 'jwt';
  /** The compact form; the message encodes it in base64 once more. */
  readonly token: Secret;
}

/** The certificate of a user or of a provisioning package. Its key signs the written message. */
export interface CertificateToken {
  readonly kind: 'certificate';
  /** PEM. */
  readonly pem: string;
  /** Base64 of its PKCS #8. */
  readonly key: Secret;
}

/** The credential that the policy and enrollment services check. */
export type Credential = UsernameToken | UserToken | JwtCredential | CertificateToken;

/** What a message needs in order to carry a credential; without one it has no Security header. */
export interface Authentication {
  readonly credential: Credential;
  readonly reveal: Reveal;
  /** When a message with a certificate was made and until when it is good. Default: it has no Timestamp. */
  readonly lifetime?: Lifetime | undefined;
  /** A second certificate, in PEM, behind the first one. */
  readonly second?: string | undefined;
}

/** What a Timestamp says. */
export interface Lifetime {
  readonly created: Date;
  readonly expires: Date;
}

/** The messages that carry a credential; MS-MDE2 gives a certificate another ValueType in each. */
export type AuthenticatedMessage = 'get-policies' | 'issue';

/** A constant of the protocol, not of a device (MS-MDE2 3.3.4.1.1.1.3). */
const tokenId = 'uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4';
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

const userToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken';
const jwt = 'urn:ietf:params:oauth:token-type:jwt';
const base64Binary = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary';

/** How long a message is valid, in milliseconds: as in the published renewal. */
const validity = 5 * 60_000;

/** `u:Id` of the Timestamp, as in the published renewal, of a certificate, as in the published samples, and of a second one. */
export const ids = {
  timestamp: '_0',
  certificate: 'uuid-29801C2F-F26B-46AD-984B-AFAEFB545FF8',
  second: 'uuid-29801C2F-F26B-46AD-984B-AFAEFB545FF9',
} as const;

/** The content of `wsse:Security` with a Timestamp in front, as the published renewal has it. */
export function timestamped(security: XmlObject, now: Date): XmlObject {
  return { ...timestampOf(lifetimeFrom(now)), ...security };
}

/** The lifetime of a message that is made at this instant. */
export function lifetimeFrom(created: Date): Lifetime {
  return { created, expires: new Date(created.getTime() + validity) };
}

function timestampOf({ created, expires }: Lifetime): XmlObject {
  return {
    'u:Timestamp': {
      '@_u:Id': ids.timestamp,
      'u:Created': created.toISOString(),
      'u:Expires': expires.toISOString(),
    },
  };
}

/** The content of `wsse:Security`. The Type attribute has a prefix, as Windows writes it, although OASIS has none. */
export function securityOf(authentication: Authentication, message: AuthenticatedMessage): XmlObject {
  const { credential, reveal } = authentication;
  if (credential.kind === 'certificate') return certificateSecurity(credential, authentication, message);
  if (credential.kind === 'user-token' || credential.kind === 'jwt') {
    return {
      'wsse:BinarySecurityToken': {
        '@_ValueType': credential.kind === 'jwt' ? jwt : userToken,
        '@_EncodingType': base64Binary,
        '#text': Buffer.from(reveal(credential.token), 'utf8').toString('base64'),
      },
    };
  }
  const { username, password } = credential;
  return {
    'wsse:UsernameToken': {
      '@_u:Id': tokenId,
      'wsse:Username': username,
      'wsse:Password': { '@_wsse:Type': passwordText, '#text': reveal(password) },
    },
  };
}

/** In the order of the published samples; the signature comes last (MS-MDE2 4.2.1.2, 4.3.1.3). */
function certificateSecurity(
  { pem }: CertificateToken,
  { lifetime, second }: Authentication,
  message: AuthenticatedMessage,
): XmlObject {
  const valueType = message === 'issue' ? userToken : x509.token;
  const tokens = [binaryToken(pem, ids.certificate, valueType)];
  if (second !== undefined) tokens.push(binaryToken(second, ids.second, valueType));
  return { ...(lifetime ? timestampOf(lifetime) : {}), 'wsse:BinarySecurityToken': tokens };
}

function binaryToken(pem: string, id: string, valueType: string): XmlObject {
  return {
    '@_ValueType': valueType,
    '@_EncodingType': base64Binary,
    '@_u:Id': id,
    '#text': pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''),
  };
}
