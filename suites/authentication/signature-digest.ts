import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureDigest = defineSignatureCheck({
  id: 'authentication/signature-digest',
  title: 'A message that was changed after it was signed is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: {
    kind: 'security',
    says: 'whoever gets hold of one signed message asks for anything in the name of its owner',
  },
  remedy: 'Compute the digest of the message that arrived, and compare it with DigestValue.',
  deviation: 'signature-digest',
  skipped: { digest: 'a server that does not compare the digest' },
});
