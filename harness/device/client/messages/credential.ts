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

/** The credential that the policy and enrollment services check. */
export type Credential = UsernameToken | UserToken | JwtCredential;

/** What a message needs in order to carry a credential; without one it has no Security header. */
export interface Authentication {
  readonly credential: Credential;
  readonly reveal: Reveal;
}

/** A constant of the protocol, not of a device (MS-MDE2 3.3.4.1.1.1.3). */
const tokenId = 'uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4';
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

const userToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken';
const jwt = 'urn:ietf:params:oauth:token-type:jwt';
const base64Binary = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary';

/** How long a message is valid, in milliseconds: as in the published renewal. */
const validity = 5 * 60_000;

/** The content of `wsse:Security` with a Timestamp in front, as the published renewal has it. */
export function timestamped(security: XmlObject, now: Date): XmlObject {
  const expires = new Date(now.getTime() + validity);
  return {
    'u:Timestamp': { '@_u:Id': '_0', 'u:Created': now.toISOString(), 'u:Expires': expires.toISOString() },
    ...security,
  };
}

/** The content of `wsse:Security`. The Type attribute has a prefix, as Windows writes it, although OASIS has none. */
export function securityOf({ credential, reveal }: Authentication): XmlObject {
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
