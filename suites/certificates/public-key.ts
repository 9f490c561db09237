import { sameBytes } from '../../harness/engine/bytes.ts';
import { defineCheck } from '../../harness/engine/check.ts';
import { reissue } from '../../harness/engine/departures.ts';

/** The device binds the certificate to the key it made; for another key it finds none. */
export const publicKey = defineCheck({
  id: 'certificates/public-key',
  title: 'The issued certificate certifies the key of the certificate request',
  level: 'MUST',
  basis: 'windows',
  requirements: ['ENR-22'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180024',
    says: 'the device finds no certificate for its key and undoes the enrollment',
  },
  remedy: 'Issue the certificate for the public key of the PKCS#10 request.',
  needs: { each: 'issue' },
  applies: {
    when: 'the certificate request can be read',
    test: ({ facts }) => facts.certificateRequest !== undefined,
  },

  *judge({ facts, provisioning }) {
    const { node, certificate } = provisioning.client;
    if (facts.certificateRequest && !sameBytes(certificate.publicKey.spki, facts.certificateRequest.publicKey.spki)) {
      yield { message: 'The certificate holds another public key than the request', at: node };
    }
  },

  counterexamples: [{ name: 'a certificate for another key', ...reissue({ otherKey: true }) }],
});
