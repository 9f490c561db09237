import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/**
 * The signature proves that the device has the private key. Without the proof, anybody can get a certificate for the
 * key of another.
 */
export const certificateRequestSignature = defineRefusal({
  id: 'enrollment/certificate-request-signature',
  title: 'A certificate request whose signature does not verify is answered with a SOAP fault',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENR-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever knows a public key gets a certificate for it, without the private key' },
  remedy:
    'Verify the signature of each certificate request with the key inside it, and answer a wrong one with a SOAP fault.',
  kinds: ['issue'],
  deviation: 'csr-signature',
  due: [],
});
