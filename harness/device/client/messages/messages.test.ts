import { describe, expect, test } from 'vitest';
import { modernCertificateRequest, windowsCertificateRequest } from '../../../protocol/pki/read/certificate-request.ts';
import { poolKey } from '../../../protocol/pki/build/keys.ts';
import { validate } from '../../../protocol/xml/schema.ts';
import type { MessageType } from '../../../protocol/xml/schema.ts';
import { parseXml } from '../../../protocol/xml/tree.ts';
import { writeXml } from '../../../protocol/xml/write.ts';
import type { XmlObject } from '../../../protocol/xml/write.ts';
import {
  discoverOptions,
  identity,
  issueMessage,
  policyOptions,
  withPassword,
  withToken,
} from '../testing/messages.ts';
import { discoverMessage } from './discover.ts';
import { getPoliciesMessage } from './get-policies.ts';

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
      getPoliciesMessage({ ...policyOptions, authentication: withToken('größer <als>') }),
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
  const message = getPoliciesMessage({ ...policyOptions, authentication: withToken('größer <als>') });
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
