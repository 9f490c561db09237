import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Without a certificate request, there is no key to certify. */
export const missingCertificateRequest = defineRefusal({
  id: 'enrollment/missing-certificate-request',
  title: 'RequestSecurityToken without a certificate request is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-02'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whose key the certificate then certifies is for the server to say',
  },
  remedy: 'Answer a RequestSecurityToken whose BinarySecurityToken is absent or empty with a SOAP fault.',
  kinds: ['issue'],
  deviation: 'csr-missing',
  due: [],
});
