import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../package-root.ts';
import { modernCertificateRequest, windowsCertificateRequest } from '../../../protocol/pki/read/certificate-request.ts';
import { poolKey } from '../../../protocol/pki/build/keys.ts';
import { validate } from '../../../protocol/xml/schema.ts';
import type { MessageType } from '../../../protocol/xml/schema.ts';
import { parseXml } from '../../../protocol/xml/tree.ts';
import { writeXml } from '../../../protocol/xml/write.ts';
import type { XmlObject } from '../../../protocol/xml/write.ts';
import { createSecretRegister } from '../../../wire/redaction/secret-register.ts';
import { Secret } from '../../../wire/redaction/secret.ts';
import { contextItemsOf, createIdentity } from '../identity.ts';
import { windows10 } from '../profile.ts';
import type { Authentication } from './credential.ts';
import { discoverMessage } from './discover.ts';
import type { DiscoverOptions } from './discover.ts';
import { getPoliciesMessage } from './get-policies.ts';
import { pkcs10Token, requestSecurityTokenMessage } from './request-security-token.ts';

const service = 'https://localhost:9101/EnrollmentServer';
const identity = createIdentity('seed', 'run', 1);
const { reveal } = createSecretRegister({});
const withPassword = (password: string): Authentication => ({
  credential: { kind: 'username-token', username: 'user@contoso.com', password: new Secret('password', password) },
  reveal,
});
const withToken: Authentication = {
  credential: { kind: 'user-token', token: new Secret('token', 'größer <als>') },
  reveal,
};
const authentication = withPassword('pw');

const discoverOptions: DiscoverOptions = {
  to: `${service}/Discovery.svc`,
  messageId: windows10.messageIds.discover,
  email: 'user@contoso.com',
  requestVersion: windows10.requestVersion,
  deviceType: windows10.deviceType,
  applicationVersion: windows10.applicationVersion,
  osEdition: windows10.osEdition,
  authPolicies: windows10.authPolicies,
};
const policyOptions = { to: `${service}/Policy.svc`, messageId: windows10.messageIds.getPolicies, authentication };

function issueMessage(csr: Uint8Array): XmlObject {
  return requestSecurityTokenMessage({
    to: `${service}/Enrollment.svc`,
    messageId: windows10.messageIds.requestSecurityToken,
    authentication,
    requestType: 'Issue',
    token: pkcs10Token(csr),
    contextItems: contextItemsOf(identity, windows10),
  });
}

const windowsCsr = windowsCertificateRequest(poolKey(0), identity);
const modernCsr = modernCertificateRequest(poolKey(0), { commonName: identity.guid, deviceId: identity.deviceId });

describe('every message of the device follows its schema', () => {
  const messages: readonly (readonly [name: string, type: MessageType, message: XmlObject])[] = [
    ['Discover', 'discover', discoverMessage(discoverOptions)],
    ['Discover of a newer client', 'discover', discoverMessage({ ...discoverOptions, requestVersion: '7.0' })],
    ['Discover with one policy', 'discover', discoverMessage({ ...discoverOptions, authPolicies: ['OnPremise'] })],
    [
      'Discover with a blank in its MessageID',
      'discover',
      discoverMessage({ ...discoverOptions, messageId: 'urn:uuid: 748132ec-a575-4329-b01b-6171a9cf8478' }),
    ],
    ['GetPolicies', 'get-policies', getPoliciesMessage(policyOptions)],
    [
      'GetPolicies of a federated user',
      'get-policies',
      getPoliciesMessage({ ...policyOptions, authentication: withToken }),
    ],
    ['RequestSecurityToken of Windows', 'request-security-token', issueMessage(windowsCsr)],
    ['RequestSecurityToken of a modern client', 'request-security-token', issueMessage(modernCsr)],
  ];

  test.for(messages)('%s', ([, type, message]) => {
    const tree = parseXml(writeXml(message));
    try {
      expect(validate(tree, type)).toEqual([]);
    } finally {
      tree[Symbol.dispose]();
    }
  });
});

test('a token of a sign-in page arrives in base64 of its UTF-8', () => {
  const message = getPoliciesMessage({ ...policyOptions, authentication: withToken });
  const tree = parseXml(writeXml(message));
  try {
    const token = tree.find('//wsse:Security/wsse:BinarySecurityToken');
    expect(Buffer.from(token?.text ?? '', 'base64').toString('utf8')).toBe('größer <als>');
    expect(token?.attribute('ValueType')).toMatch(/DeviceEnrollmentUserToken$/);
  } finally {
    tree[Symbol.dispose]();
  }
});

test('a password with markup and letters beyond ASCII arrives as it is', () => {
  const password = ' <p&"ö𝄞> ';
  const message = getPoliciesMessage({ ...policyOptions, authentication: withPassword(password) });
  const tree = parseXml(writeXml(message));
  try {
    expect(tree.text('//wsse:Password')).toBe(password);
  } finally {
    tree[Symbol.dispose]();
  }
});

const capture = path.join(packageRoot, '..', 'shared', 'captures', 'windows_mdm-onpremise.har');
const present = existsSync(capture);

describe.skipIf(!present)(
  `messages equal those of recorded traffic${present ? '' : ' (skipped: no captures here)'}`,
  () => {
    test.for([
      ['02-discover-v4', discoverMessage(discoverOptions)],
      ['20-getpolicies-usernametoken', getPoliciesMessage(policyOptions)],
      ['30-rst-issue-openssl-csr', issueMessage(windowsCsr)],
    ] as const)('%s', ([comment, message]) => {
      expect(withoutOwnValues(writeXml(message))).toBe(withoutOwnValues(recorded(comment)));
    });
  },
);

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly comment: string;
      readonly request: { readonly postData: { readonly text: string } };
    }[];
  };
}

function recorded(comment: string): string {
  const { log } = JSON.parse(readFileSync(capture, 'utf8')) as Har;
  return log.entries.find((entry) => entry.comment === comment)?.request.postData.text ?? '';
}

/** Blanks out what every device has of its own, and lists each adapter once. */
function withoutOwnValues(message: string): string {
  return message
    .replace(/(#base64binary">)[^<]*/g, '$1…')
    .replace(/(Name="(?:HWDevID|DeviceName|MAC|DeviceID)"><ac:Value>)[^<]*/g, '$1…')
    .replace(/(<ac:ContextItem Name="MAC">.*?<\/ac:ContextItem>)+/g, '<!--adapters-->');
}
