import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { answerTo, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import { policiesBody, policiesRequest, usernameToken } from '../testing/requests.ts';

const at = '//x:GetPoliciesResponse';

test('answers GetPolicies with one policy, valid against the schema', async () => {
  const { status, body } = await answerTo(policiesRequest());

  expect(status).toBe(200);
  expect(schemaIssues(body, 'get-policies-response')).toEqual([]);
  expect(texts(body, `${at}//x:policySchema`)).toEqual(['3']);
  expect(texts(body, `${at}//x:minimalKeyLength`)).toEqual(['2048']);
});

test('every reference in the answer leads somewhere', async () => {
  const { body } = await answerTo(policiesRequest());
  const known = texts(body, `${at}/x:oIDs/x:oID/x:oIDReferenceID`);
  const used = texts(body, `${at}//*[contains(local-name(), "OIDReference") or local-name()="oIDReference"]`);

  expect(new Set(known).size).toBe(known.length);
  expect(used).toHaveLength(4);
  expect(used.filter((id) => !known.includes(id))).toEqual([]);
  expect(texts(body, `${at}//x:cAReference`)).toEqual(texts(body, `${at}/x:cAs/x:cA/x:cAReferenceID`));
});

test('names the certification authority that issues', async () => {
  const { body } = await answerTo(policiesRequest());
  const [der = ''] = texts(body, `${at}/x:cAs/x:cA/x:certificate`);
  expect(readCertificate(Buffer.from(der, 'base64')).ca).toBe(true);
});

test('says that nothing changed to a device that is up to date', async () => {
  const body = policiesBody({ lastUpdate: '<lastUpdate>2040-01-01T00:00:00Z</lastUpdate>' });
  const answer = await answerTo(policiesRequest({ body }));

  expect(texts(answer.body, `${at}/x:response/x:policiesNotChanged`)).toEqual(['true']);
  expect(texts(answer.body, `${at}/x:cAs[@xsi:nil="true"]|${at}/x:oIDs[@xsi:nil="true"]`)).toHaveLength(2);
  expect(schemaIssues(answer.body, 'get-policies-response')).toEqual([]);
});

describe('a filter by policy', () => {
  const filtered = async (oid: string) => {
    const filter = `<requestFilter><policyOIDs><oid>${oid}</oid></policyOIDs></requestFilter>`;
    const { body } = await answerTo(policiesRequest({ body: policiesBody({ filter }) }));
    expect(schemaIssues(body, 'get-policies-response')).toEqual([]);
    return texts(body, `${at}//x:policy`).length;
  };
  test('lets the policy with that identifier through', async () => {
    expect(await filtered('1.3.6.1.4.1.32473.1.1')).toBe(1);
  });
  test('holds others back', async () => {
    expect(await filtered('1.2.3')).toBe(0);
  });
});

describe('refuses', () => {
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const security = (content: string) => `<o:Security xmlns:o="${wsse}">${content}</o:Security>`;
  const expired =
    '<u:Timestamp xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"><u:Expires>2018-11-30T00:37:59Z</u:Expires></u:Timestamp>';
  const refused: Readonly<Record<string, readonly [string, string]>> = {
    'no Security header': ['', 'InvalidSecurity'],
    'two Security headers': [usernameToken() + usernameToken(), 'InvalidSecurity'],
    'an empty Security header': [security(''), 'InvalidSecurity'],
    'a security header that has expired': [
      usernameToken().replace('<o:UsernameToken>', `${expired}<o:UsernameToken>`),
      'InvalidSecurity',
    ],
    'a token that is not base64': [security('<o:BinarySecurityToken>?</o:BinarySecurityToken>'), 'InvalidSecurity'],
    'a token where a password is wanted': [
      security('<o:BinarySecurityToken>dG9rZW4=</o:BinarySecurityToken>'),
      'Authentication',
    ],
    'a user without a password': [usernameToken().replace(/<o:Password>.*<\/o:Password>/, ''), 'InvalidSecurity'],
    'a wrong password': [usernameToken('wrong'), 'Authentication'],
    'an unknown user': [usernameToken(undefined, 'nobody@example.com'), 'Authentication'],
  };
  for (const [what, [header, subcode]] of Object.entries(refused)) {
    test(what, async () => {
      const answer = await answerTo(policiesRequest({ security: header }));
      expect(subcodeOf(answer)).toBe(subcode);
      expect(schemaIssues(answer.body, 'fault')).toEqual([]);
    });
  }
  for (const [what, client] of [
    ['no client', ''],
    ['an empty client', '<client/>'],
  ] as const) {
    test(what, async () => {
      const body = policiesBody().replace(/<client>.*<\/client>/, client);
      expect(subcodeOf(await answerTo(policiesRequest({ body })))).toBe('MessageFormat');
    });
  }
});

describe('knows the user by', () => {
  for (const name of ['USER@Example.com', 'example\\user', 'EXAMPLE.COM\\User']) {
    test(name, async () => {
      expect((await answerTo(policiesRequest({ security: usernameToken(undefined, name) }))).status).toBe(200);
    });
  }
  test('a password with white space behind it', async () => {
    expect((await answerTo(policiesRequest({ security: usernameToken('correct horse \n') }))).status).toBe(200);
  });
});
