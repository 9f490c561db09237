import { describe, expect, test } from 'vitest';
import { answerTo, header, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import { actions, discoverBody, discoverRequest, envelope, messageId, origin, post } from '../testing/requests.ts';

const result = '/s:Envelope/s:Body/d:DiscoverResponse/d:DiscoverResult';

test('answers Discover with the policy and both addresses, valid against the schema', async () => {
  const answer = await answerTo(discoverRequest());

  expect(answer.status).toBe(200);
  expect(schemaIssues(answer.body, 'discover-response')).toEqual([]);
  expect(texts(answer.body, `${result}/d:AuthPolicy`)).toEqual(['OnPremise']);
  expect(texts(answer.body, `${result}/d:EnrollmentPolicyServiceUrl`)).toEqual([
    `${origin}/EnrollmentServer/Policy.svc`,
  ]);
  expect(texts(answer.body, `${result}/d:EnrollmentServiceUrl`)).toEqual([`${origin}/EnrollmentServer/Enrollment.svc`]);
  expect(texts(answer.body, '/s:Envelope/s:Header/a:RelatesTo')).toEqual([messageId]);
  expect(header(answer, 'Content-Type')).toBe('application/soap+xml; charset=utf-8');
  expect(header(answer, 'Content-Length')).toBe(String(answer.body.length));
});

test('answers the probe with an empty HTML document, in any letter case of the path', async () => {
  const answer = await answerTo({
    method: 'GET',
    url: `${origin}/ENROLLMENTSERVER/discovery.SVC`,
    headers: [],
    body: new Uint8Array(),
  });

  expect([answer.status, header(answer, 'Content-Type'), header(answer, 'Content-Length')]).toEqual([
    200,
    'text/html',
    '0',
  ]);
});

describe('EnrollmentVersion', () => {
  const answered = [
    ['3.0', '3.0'],
    ['4.0', '4.0'],
    ['4', '4.0'],
    ['04.00', '4.0'],
    [' +5.0 ', '5.0'],
    ['7.0', '7.0'],
    ['9.0', '7.0'],
    ['42.0', '7.0'],
    ['4.9', '4.0'],
  ] as const;
  for (const [asked, version] of answered) {
    test(`is ${version} for RequestVersion "${asked}"`, async () => {
      const { body } = await answerTo(discoverRequest({ version: asked }));
      expect(texts(body, `${result}/d:EnrollmentVersion`)).toEqual([version]);
    });
  }
  for (const asked of ['1.0', '2.0']) {
    test(`is nil for RequestVersion ${asked}, below the lowest one documented`, async () => {
      const { body } = await answerTo(discoverRequest({ version: asked }));
      expect(texts(body, `${result}/d:EnrollmentVersion[@xsi:nil="true"]`)).toEqual(['']);
      expect(schemaIssues(body, 'discover-response')).toEqual([]);
    });
  }
});

describe('is tolerant of', () => {
  const accepted: Readonly<Record<string, string>> = {
    'other prefixes': discoverBody()
      .replace(
        '<Discover xmlns=',
        '<z:Discover xmlns:z="http://schemas.microsoft.com/windows/management/2012/01/enrollment" xmlns=',
      )
      .replace('</Discover>', '</z:Discover>'),
    'comments and padding': discoverBody()
      .replace('4.0', '<!-- version -->\n 4.0 \n')
      .replace('OnPremise', '\tOnPremise '),
    'unknown elements': discoverBody().replace('<DeviceType>', '<OSVersion>1</OSVersion><DeviceType>'),
    'another order': discoverBody().replace(/(<EmailAddress>.*<\/EmailAddress>)(.*)(<\/request>)/, '$2$1$3'),
    'unknown devices': discoverBody()
      .replace('CIMClient_Windows', 'Toaster')
      .replace('72', '4294967295')
      .replace('10.0.19043.2364', '99.0.0.0'),
    'domain\\user': discoverBody({ email: 'EXAMPLE\\user' }),
    'several policies': discoverBody({ policies: ['Certificate', 'Federated', 'OnPremise'] }),
  };
  for (const [what, body] of Object.entries(accepted)) {
    test(what, async () => {
      const answer = await answerTo(post('/EnrollmentServer/Discovery.svc', envelope(actions.discover, body)));
      expect(texts(answer.body, `${result}/d:AuthPolicy`)).toEqual(['OnPremise']);
    });
  }

  test('a MessageID with a blank and upper case, which it repeats character for character', async () => {
    const id = ' urn:uuid: 72048B64-0F19-448F-8C2E-B4C661860AA0';
    const answer = await answerTo(
      post('/EnrollmentServer/Discovery.svc', envelope(actions.discover, discoverBody(), { id })),
    );
    expect(texts(answer.body, '/s:Envelope/s:Header/a:RelatesTo')).toEqual([id]);
  });
});

describe('refuses with a fault', () => {
  const refused: Readonly<Record<string, readonly [string, string]>> = {
    'a device that does not offer OnPremise': [
      discoverBody({ policies: ['Federated', 'Certificate'] }),
      'Authentication',
    ],
    'a device that offers nothing': [discoverBody({ policies: [] }), 'MessageFormat'],
    'no EmailAddress': [discoverBody().replace(/<EmailAddress>.*<\/EmailAddress>/, ''), 'MessageFormat'],
    'an empty EmailAddress': [discoverBody({ email: '' }), 'MessageFormat'],
    'no request': [
      '<Discover xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"/>',
      'MessageFormat',
    ],
    'a RequestVersion that is no version': [discoverBody({ version: 'four' }), 'MessageFormat'],
    'a namespace with a slash too many': [
      discoverBody().replace('2012/01/enrollment', '2012/01/enrollment/'),
      'MessageFormat',
    ],
  };
  for (const [what, [body, subcode]] of Object.entries(refused)) {
    test(what, async () => {
      const answer = await answerTo(post('/EnrollmentServer/Discovery.svc', envelope(actions.discover, body)));
      expect([answer.status, subcodeOf(answer)]).toEqual([500, subcode]);
      expect(schemaIssues(answer.body, 'fault')).toEqual([]);
    });
  }
});
