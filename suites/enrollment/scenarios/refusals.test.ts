import { describe, expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { departuresOf } from '../../../harness/engine/rule/counterexample.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { judgeOn } from '../../../harness/testing/check-tester.ts';
import { brokenHash } from '../broken-hash.ts';
import { certificateRequestSignature } from '../certificate-request-signature.ts';
import { missingCertificateRequest } from '../missing-certificate-request.ts';
import { shortKey } from '../short-key.ts';
import { undecodableCertificateRequest } from '../undecodable-certificate-request.ts';
import { unreadableCertificateRequest } from '../unreadable-certificate-request.ts';
import { certificateRequestRefusals } from './certificate-request-refusals.ts';
import { enrollmentCredentialRefusals } from './enrollment-credential-refusals.ts';
import { requestTypeRefusals } from './request-type-refusals.ts';

/** What the reference server refuses each request with; the controls around them succeed. */
const refusals: readonly (readonly [Scenario, Readonly<Record<string, string>>])[] = [
  [
    requestTypeRefusals,
    {
      'no RequestType': 'MessageFormat',
      'a nil RequestType': 'MessageFormat',
      'RequestType Cancel': 'MessageFormat',
      'RequestType Validate': 'MessageFormat',
      'a key exchange token': 'MessageFormat',
      'the status of a request': 'MessageFormat',
    },
  ],
  [
    certificateRequestRefusals,
    {
      'no certificate request': 'MessageFormat',
      'an empty certificate request': 'CertificateRequest',
      'a certificate request that is not base64': 'CertificateRequest',
      'a certificate request that is no DER': 'CertificateRequest',
      'a certificate request with a wrong signature': 'CertificateRequest',
      'a certificate request signed with MD5': 'CertificateRequest',
      'a certificate request for a key of 1024 bits': 'CertificateRequest',
    },
  ],
  [
    enrollmentCredentialRefusals,
    {
      'no Security header': 'InvalidSecurity',
      'a Security header without a credential': 'InvalidSecurity',
      'two Security headers': 'InvalidSecurity',
      'a user name without a password': 'InvalidSecurity',
      'an expired Timestamp': 'InvalidSecurity',
      'a user token in place of a password': 'Authentication',
      'an unknown user': 'Authentication',
    },
  ],
];

describe.for(refusals)('$0.id', ([scenario, expected]) => {
  test('brings the refusal that each request deserves, between two certificates', async () => {
    using dossier = openDossier(await referenceSession({ scenarios: [scenario] }));
    const [, , before, ...others] = dossier.evidence;
    const after = others.pop();
    expect([before?.state, after?.state]).toEqual(['success', 'success']);
    const seen = others.map(({ exchange, fault }) => [exchange.label?.variant, fault.subcode]);
    expect(Object.fromEntries(seen)).toEqual(expected);
    expect(ownDefects(dossier)).toEqual([]);
  });
});

/** Without a readable request, the accepting reference server certifies its own key. */
const ownKey = /^a certificate for "CN=[^"]+" and the key of ".*Reference Device CA.*" \(RSA, 2048 bits\)$/;
const askedKey = /^a certificate for "CN=[^"]+" and the key of the request \(RSA, 2048 bits\)$/;

test.for([
  { check: missingCertificateRequest, issued: ownKey },
  { check: undecodableCertificateRequest, issued: ownKey },
  { check: unreadableCertificateRequest, issued: ownKey },
  { check: certificateRequestSignature, issued: askedKey },
  { check: brokenHash, issued: askedKey },
  { check: shortKey, issued: /^a certificate for "CN=[^"]+" and the key of the request \(RSA, 1024 bits\)$/ },
])('$check.id says what was issued for a request that should have been refused', async ({ check, issued }) => {
  const { findings } = await judgeOn(check, departuresOf(check.counterexamples[0]), [certificateRequestRefusals]);
  const said = findings.map(({ part, actual }) => `${part}: ${actual ?? ''}`.replace(/^provisioning-document: /, ''));
  expect(said.length).toBeGreaterThan(0);
  for (const actual of said) expect(actual).toMatch(issued);
});
