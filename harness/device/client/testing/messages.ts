import type { XmlObject } from '../../../protocol/xml/write.ts';
import { contextItemsOf, createIdentity } from '../identity.ts';
import type { Credential } from '../messages/credential.ts';
import type { DiscoverOptions } from '../messages/discover.ts';
import { pkcs10Token, requestSecurityTokenMessage } from '../messages/request-security-token.ts';
import { windows10 } from '../profile.ts';

const service = 'https://localhost:9101/EnrollmentServer';
/** The device that sends them. */
export const identity = createIdentity('seed', 'run', 1);
/** Of a user on premises. */
export const credential = {
  kind: 'username-token',
  username: 'user@contoso.com',
  password: 'pw',
} as const satisfies Credential;

/** A Discover of Windows 10. */
export const discoverOptions: DiscoverOptions = {
  to: `${service}/Discovery.svc`,
  messageId: windows10.messageIds.discover,
  email: 'user@contoso.com',
  requestVersion: windows10.requestVersion,
  deviceType: windows10.deviceType,
  applicationVersion: windows10.applicationVersion,
  osEdition: windows10.osEdition,
  authPolicies: windows10.authPolicies,
};
/** A GetPolicies of Windows 10. */
export const policyOptions = { to: `${service}/Policy.svc`, messageId: windows10.messageIds.getPolicies, credential };

/** An Issue of Windows 10 with this certificate request. */
export function issueMessage(csr: Uint8Array): XmlObject {
  return requestSecurityTokenMessage({
    to: `${service}/Enrollment.svc`,
    messageId: windows10.messageIds.requestSecurityToken,
    credential,
    requestType: 'Issue',
    token: pkcs10Token(csr),
    contextItems: contextItemsOf(identity, windows10),
  });
}
