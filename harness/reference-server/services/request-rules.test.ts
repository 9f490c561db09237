import { describe, expect, test } from 'vitest';
import type { SoapKind } from '../../engine/evidence/kind.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { goldenSession } from '../../testing/golden-session.ts';
import { createReferenceServer } from '../mount/handler.ts';
import { answerTo, subcodeOf, texts } from '../testing/answers.ts';
import { testServer } from '../testing/requests.ts';
import { unmetDemands } from './request-rules.ts';

const { exchanges } = await goldenSession();
const own = exchanges.filter(({ label }) => ['windows-enrollment', 'renewal'].includes(label?.scenario ?? ''));
const sent = (kind: SoapKind): HttpRequest => {
  const marks = { discover: 'Discover', 'get-policies': 'GetPolicies', issue: '200512/Issue', renew: '200512/Renew' };
  const found = own.find(({ request }) => Buffer.from(request.body).includes(marks[kind]));
  if (!found) throw new Error(`the golden session has no ${kind}`);
  return found.request;
};
const unmet = (kind: SoapKind, request: HttpRequest): string[] => {
  using tree = parseXml(request.body);
  return unmetDemands(kind, tree, request).map(({ says, source }) => `${says} (${source})`);
};
const cut = (request: HttpRequest, what: RegExp, by = ''): HttpRequest => {
  const text = Buffer.from(request.body).toString();
  expect(text).toMatch(what);
  return { ...request, body: Buffer.from(text.replace(what, by)) };
};

test.for(['discover', 'get-policies', 'issue', 'renew'] as const)('a device does all that is asked: %s', (kind) => {
  expect(unmet(kind, sent(kind))).toEqual([]);
});

const tokenType = `http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken`;

describe('what is asked in vain', () => {
  test.for<[string, SoapKind, RegExp, string, string]>([
    [
      'a missing TokenType',
      'issue',
      /<(\w+:)?TokenType>.*?TokenType>/,
      '',
      'TokenType is missing (MS-MDE2 3.4.4.1.1.1)',
    ],
    [
      'another TokenType',
      'issue',
      /DeviceEnrollmentToken</,
      'Other<',
      `TokenType is "${tokenType.replace(/[^/]*$/, 'Other')}", not "${tokenType}" (MS-MDE2 3.4.4.1.1.1)`,
    ],
    [
      'a missing AdditionalContext',
      'renew',
      /<(\w+:)?AdditionalContext.*AdditionalContext>/s,
      '',
      'AdditionalContext is missing (MS-MDE2 3.5.4.1.1.1)',
    ],
    [
      'a missing DeviceID',
      'issue',
      /"DeviceID"/,
      '"Other"',
      'AdditionalContext has no DeviceID (MS-MDE2 3.4.4.1.1.1.1)',
    ],
    [
      'an empty OSVersion',
      'issue',
      /("OSVersion"><(?:\w+:)?Value>)[^<]*/,
      '$1 ',
      'AdditionalContext has no OSVersion (MS-MDE2 3.4.4.1.1.1.1)',
    ],
    [
      'another ValueType',
      'issue',
      /#PKCS10/,
      '#PKCS7',
      `the ValueType of the BinarySecurityToken is "${namespaces.wstep}#PKCS7", not "${namespaces.wstep}#PKCS10" (MS-MDE2 3.4.4.1.1.1)`,
    ],
    [
      'an Action in another letter case',
      'discover',
      /IDiscoveryService\/Discover</,
      'IDiscoveryService/discover<',
      `Action is "${namespaces.d}/IDiscoveryService/discover", not "${namespaces.d}/IDiscoveryService/Discover" (MS-MDE2 3.1.4.1.1.1)`,
    ],
    [
      'a Password without its Type',
      'get-policies',
      /(Password) [^>]*>/,
      '$1>',
      'the Type of Password is not "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText" (MS-MDE2 3.3.4.1.1.1.3)',
    ],
  ])('%s', ([, kind, what, by, says]) => {
    expect(unmet(kind, cut(sent(kind), what, by))).toEqual([says]);
  });

  test.for([
    [[], 'Content-Type is missing, not application/soap+xml'],
    [[['content-type', 'text/xml']], 'Content-Type is "text/xml", not application/soap+xml'],
  ] as const)('the Content-Type %j', ([headers, says]) => {
    expect(unmet('discover', { ...sent('discover'), headers })).toEqual([
      `${says} (SOAP 1.2 Part 2 7.1.4, by MS-WSTEP 2.1)`,
    ]);
  });
});

describe('a strict server', () => {
  const strict = () =>
    createReferenceServer({
      origin: 'https://mdm.example',
      now: () => new Date('2026-03-01T12:00:00Z'),
      seed: 'strict',
      users: [{ email: 'user@example.com', password: 'correct horse' }],
      keys: poolAuthorityKeys(),
      isStrict: true,
    });

  test('grants what a device sends', async () => {
    expect((await answerTo(sent('discover'), strict())).status).toBe(200);
  });

  test.for<[string, SoapKind, RegExp, string, string, RegExp]>([
    [
      'what no schema allows',
      'discover',
      /<OSEdition>[^<]*/,
      '<OSEdition>x',
      'MessageFormat',
      /^The request is not valid: line 1, \/s:Envelope.*OSEdition/,
    ],
    [
      'an item that is missing',
      'issue',
      /"DeviceID"/,
      '"Other"',
      'MessageFormat',
      /asked of it: AdditionalContext has no DeviceID \(MS-MDE2 3\.4\.4\.1\.1\.1\.1\)\.$/,
    ],
    [
      'a password without its type',
      'issue',
      /(Password) [^>]*>/,
      '$1>',
      'InvalidSecurity',
      /^The request does not do what is asked of it: the Type of Password/,
    ],
  ])('refuses %s', async ([, kind, what, by, subcode, reason]) => {
    const wrong = cut(sent(kind), what, by);
    const answer = await answerTo(wrong, strict());
    expect(subcodeOf(answer)).toBe(subcode);
    expect(texts(answer.body, '//s:Reason/s:Text')[0]).toMatch(reason);
    const usual = await answerTo(wrong, testServer());
    expect(texts(usual.body, '//s:Reason/s:Text')[0] ?? '').not.toMatch(reason);
  });
});
