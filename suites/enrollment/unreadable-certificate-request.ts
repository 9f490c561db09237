import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** The exception of a parser often reaches the client as a server error, or not at all. */
export const unreadableCertificateRequest = defineRefusal({
  id: 'enrollment/unreadable-certificate-request',
  title: 'A certificate request that is no PKCS #10 is refused with subcode CertificateRequest',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; whoever does so is not told what is wrong with it' },
  remedy: 'Answer a certificate request that cannot be read with a SOAP fault whose subcode is CertificateRequest.',
  kinds: ['issue'],
  deviation: 'csr-unreadable',
  due: ['CertificateRequest'],
});
