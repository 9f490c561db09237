import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureKeyReference = defineSignatureCheck({
  id: 'authentication/signature-key-reference',
  title: 'A signature of another certificate in the same message is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: { kind: 'security', says: 'whoever has seen a certificate, which is public, enrolls as its owner' },
  remedy: 'Verify the signature with the certificate that the user is taken from; refuse a second BinarySecurityToken.',
  deviation: 'signature-token',
  skipped: { 'key-reference': 'a server that takes the first certificate for the user and the second for the key' },
});
