import type { XmlObject } from '../../xml/write.ts';

/** User name and password in clear text, for on-premise authentication. */
export interface UsernameToken {
  readonly kind: 'username-token';
  readonly username: string;
  readonly password: string;
}

/** What proves to the policy and enrollment services who the user is. */
export type Credential = UsernameToken;

/** A constant of the protocol, not of a device (MS-MDE2 3.3.4.1.1.1.3). */
const tokenId = 'uuid-cc1ccc1f-2fba-4bcf-b063-ffc0cac77917-4';
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

/** The content of `wsse:Security`. The Type attribute is prefixed, as Windows writes it and OASIS does not. */
export function securityOf({ username, password }: Credential): XmlObject {
  return {
    'wsse:UsernameToken': {
      '@_u:Id': tokenId,
      'wsse:Username': username,
      'wsse:Password': { '@_wsse:Type': passwordText, '#text': password },
    },
  };
}
