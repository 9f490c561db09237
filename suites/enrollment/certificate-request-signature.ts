import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { issuedInstead } from '../../harness/engine/rule/issued-instead.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/**
 * The signature proves that the device has the private key. Without the proof, anybody can get a certificate for the
 * key of another. In which form the server refuses, `faults/soap-fault` judges.
 */
export const certificateRequestSignature = defineCheck({
  id: 'enrollment/certificate-request-signature',
  title: 'No certificate is issued for a certificate request whose signature does not verify',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENR-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever knows a public key gets a certificate for it, without the private key' },
  remedy:
    'Verify the signature of each certificate request with the key inside it, and answer a wrong one with a SOAP fault.',
  needs: { each: 'issue', where: { deviation: 'csr-signature' } },

  *judge(evidence) {
    const issued = issuedInstead(evidence);
    for (const seen of acceptanceFinding(evidence)) {
      yield { ...seen, ...(issued && { at: issued.at, actual: issued.says }) };
    }
  },

  counterexamples: [
    { name: 'acceptance by issue', deviation: 'csr-signature', ...answer('issue fault', { as: 'control' }) },
  ],
});
