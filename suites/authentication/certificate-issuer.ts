import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const certificateIssuer = defineSignatureCheck({
  id: 'authentication/certificate-issuer',
  title: 'A certificate that no trusted authority issued is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: { kind: 'security', says: 'anybody enrolls with a certificate that he made himself' },
  remedy: 'Validate the path of the certificate to an authority of your own, by its signatures and not by its names.',
  deviation: 'signature-certificate',
  skipped: { issuer: 'a server that does not look at the issuer' },
});
