import { describe, expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/dossier.ts';
import { ownDefects } from '../../../harness/engine/own-defects.ts';
import type { Scenario } from '../../../harness/device/scenario.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
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
