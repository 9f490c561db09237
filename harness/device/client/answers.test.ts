import { describe, expect, test } from 'vitest';
import { answerWith, discovered, issued, policies, services } from '../../testing/stub-server.ts';
import { readIssued, readKeyPolicy, readServices } from './answers.ts';

describe('a Discover answer', () => {
  test('is read whatever its namespaces and white space are', () => {
    const fields = `${services}<EnrollmentVersion>\n4.0 </EnrollmentVersion><AuthenticationServiceUrl/>`;
    expect(readServices(answerWith(discovered(fields)))).toEqual({
      authPolicy: 'OnPremise',
      policyUrl: 'https://mdm.contoso.example/Policy',
      enrollmentUrl: 'https://mdm.contoso.example/Enroll?tenant=1&x=2',
      enrollmentVersion: '4.0',
    });
  });

  test.for<[name: string, body: string, status?: number]>([
    ['an empty body', ''],
    ['JSON', '{"error":"internal"}'],
    ['a cut message', discovered(services).slice(0, -1)],
    ['an unbound prefix', discovered(services).replaceAll('DiscoverResult', 'x:DiscoverResult')],
    ['a DOCTYPE', `<!DOCTYPE DiscoverResponse>${discovered(services)}`],
    ['another message', policies(2048)],
    ['no enrollment service', discovered()],
    ['no authentication policy', discovered(services).replace('OnPremise', ' ')],
    ['another status than 200', discovered(services), 500],
  ])('with %s leads nowhere', ([, body, status]) => {
    expect(readServices(answerWith(body, status))).toBeUndefined();
  });

  test('that broke off leads nowhere', () => {
    const answer = answerWith(discovered(services));
    expect(readServices({ ...answer, kind: 'broken', reason: 'framing', message: 'It broke.' })).toBeUndefined();
  });
});

describe('a GetPolicies answer', () => {
  test('gives key length and hash', () => {
    const hash =
      '<hashAlgorithmOIDReference>1</hashAlgorithmOIDReference>' +
      '<oID><value>1.2.3</value><oIDReferenceID>0</oIDReferenceID></oID>' +
      '<oID><value>2.16.840.1.101.3.4.2.1</value><oIDReferenceID>1</oIDReferenceID></oID></GetPolicies';
    const body = policies(3072).replace('</GetPolicies', hash);
    expect(readKeyPolicy(answerWith(body))).toEqual({
      minimalKeyLength: 3072,
      hashOid: '2.16.840.1.101.3.4.2.1',
    });
  });

  test('names the policies that a filter may ask for', () => {
    const policy =
      '<policyOIDReference> 1 </policyOIDReference><policyOIDReference>7</policyOIDReference>' +
      '<oID><value> 1.2.3 </value><oIDReferenceID>1</oIDReferenceID></oID></GetPolicies';
    const body = policies(2048).replace('</GetPolicies', policy);
    expect(readKeyPolicy(answerWith(body))?.policyOids).toEqual(['1.2.3']);
  });

  test.for(['', '0', '-1', 'long', '2048.5'])('with key length "%s" leaves the default', (length) => {
    const body = policies(2048).replace('2048', length);
    expect(readKeyPolicy(answerWith(body))).toEqual({ minimalKeyLength: 2048 });
  });
});

test('the provisioning document is decoded, white space in its base64 or not', () => {
  const document = new TextEncoder().encode('<wap/>');
  for (const token of ['PHdhcC8+', ' PHdh\n cC8+ ']) {
    const answer = readIssued(answerWith(issued.replace('PHdhcC8+', token)));
    expect(answer && new Uint8Array(answer.document)).toEqual(document);
  }
});
