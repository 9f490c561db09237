import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const unsignedCertificate = defineSignatureCheck({
  id: 'authentication/unsigned-certificate',
  title: 'A message that shows a certificate and has no signature is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: { kind: 'security', says: 'whoever has seen a certificate, which is public, enrolls as its owner' },
  remedy:
    'Refuse a message whose Security header holds a certificate and no ds:Signature, with subcode InvalidSecurity.',
  deviation: 'signature-missing',
  skipped: { presence: 'a server that needs no signature' },
});
