import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Anybody can make different requests with the same MD5 hash, so such a signature proves nothing. */
export const brokenHash = defineRefusal({
  id: 'enrollment/broken-hash',
  title: 'A certificate request that is signed with MD5 is refused with subcode CertificateRequest',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['POL-38', 'FLT-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a certificate is issued without proof that its key belongs to the device' },
  remedy: 'Refuse signatures by MD5 with a SOAP fault whose subcode is CertificateRequest.',
  kinds: ['issue'],
  deviation: 'csr-hash',
  due: ['CertificateRequest'],
});
