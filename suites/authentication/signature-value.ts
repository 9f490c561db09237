import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureValue = defineSignatureCheck({
  id: 'authentication/signature-value',
  title: 'A signature that the key of the certificate did not make is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: { kind: 'security', says: 'whoever has seen a certificate, which is public, enrolls as its owner' },
  remedy: 'Verify SignatureValue over the canonical form of SignedInfo with the public key of the certificate.',
  deviation: 'signature-value',
  skipped: { value: 'a server that does not verify the signature' },
});
