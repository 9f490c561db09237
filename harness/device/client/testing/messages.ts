import type { XmlObject } from '../../../protocol/xml/write.ts';
import { createSecretRegister } from '../../../wire/redaction/secret-register.ts';
import { Secret } from '../../../wire/redaction/secret.ts';
import { contextItemsOf } from '../context-items.ts';
import { createIdentity } from '../identity.ts';
import type { Authentication } from '../messages/credential.ts';
import type { DiscoverOptions } from '../messages/discover.ts';
import { pkcs10Token, requestSecurityTokenMessage } from '../messages/request-security-token.ts';
import { windows10 } from '../profile.ts';

const service = 'https://localhost:9101/EnrollmentServer';
/** The device that sends them. */
export const identity = createIdentity('seed', 'run', 1);
const { reveal } = createSecretRegister({});

/** Of a user on premises with this password. */
export const withPassword = (password: string): Authentication => ({
  credential: { kind: 'username-token', username: 'user@contoso.com', password: new Secret('password', password) },
  reveal,
});
/** Of a user who brings a token from a sign-in page. */
export const withToken = (token: string): Authentication => ({
  credential: { kind: 'user-token', token: new Secret('token', token) },
  reveal,
});
const authentication = withPassword('pw');

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
export const policyOptions = {
  to: `${service}/Policy.svc`,
  messageId: windows10.messageIds.getPolicies,
  authentication,
};

/** An Issue of Windows 10 with this certificate request. */
export function issueMessage(csr: Uint8Array): XmlObject {
  return requestSecurityTokenMessage({
    to: `${service}/Enrollment.svc`,
    messageId: windows10.messageIds.requestSecurityToken,
    authentication,
    requestType: 'Issue',
    token: pkcs10Token(csr),
    contextItems: contextItemsOf(identity, windows10),
  });
}
