import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';

/**
 * The signature proves that the device has the key of the certificate. Without the proof, anybody who saw the
 * certificate can renew it.
 */
export const renewalSignature = defineRenewalRefusal({
  id: 'renewal/signature',
  title: 'A renewal whose PKCS #7 signature does not verify is refused with a SOAP fault',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-04'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever has seen the certificate of a device gets one in its place' },
  remedy: 'Verify the signature of the PKCS #7 message with the key of the certificate that is to be renewed.',
  deviation: 'pkcs7-signature',
  grants: [
    { name: 'a server that does not verify it', ...behaves({ renewalSkips: 'signature' }) },
    {
      name: 'a success that carries nothing new',
      deviation: 'pkcs7-signature',
      ...answer('renew fault', { as: 'control' }),
    },
  ],
});
