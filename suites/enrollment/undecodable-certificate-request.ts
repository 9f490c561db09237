import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Lenient base64 decoders ignore invalid characters and decode any text. */
export const undecodableCertificateRequest = defineRefusal({
  id: 'enrollment/undecodable-certificate-request',
  title: 'A certificate request that is not base64 is refused with subcode CertificateRequest or MessageFormat',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; whoever does so is not told what is wrong with it' },
  remedy: 'Answer a certificate request that cannot be decoded with a SOAP fault whose subcode is CertificateRequest.',
  kinds: ['issue'],
  deviation: 'csr-encoding',
  due: ['CertificateRequest', 'MessageFormat'],
});
