import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** The policy asked for a longer key, and a key of 1024 bits is within reach of whoever can pay. */
export const shortKey = defineRefusal({
  id: 'enrollment/short-key',
  title: 'A certificate request for an RSA key of 1024 bits is refused with subcode CertificateRequest',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['POL-38', 'FLT-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a certificate is issued for a key that can be broken' },
  remedy: 'Refuse keys below the minimalKeyLength of the policy with a SOAP fault whose subcode is CertificateRequest.',
  kinds: ['issue'],
  deviation: 'csr-key-length',
  due: ['CertificateRequest'],
});
