import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureAlgorithm = defineSignatureCheck({
  id: 'authentication/signature-algorithm',
  title: 'A signature by rsa-sha1 is refused',
  level: 'MAY',
  basis: 'specification',
  requirements: ['POL-43'],
  impact: {
    kind: 'security',
    says: 'SHA-1 has collisions: who may choose a part of a message may get a signature for another one',
  },
  remedy: 'Accept rsa-sha256 alone, as MS-MDE2 3.3.4.1.1.1.2 says; a sample of Microsoft Learn shows rsa-sha1.',
  deviation: 'signature-algorithm',
  skipped: { algorithm: 'a server that takes rsa-sha1' },
});
