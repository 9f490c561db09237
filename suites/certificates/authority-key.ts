import { sameBytes } from '../../harness/engine/evidence/bytes.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/**
 * With such a certificate, the key of the authority would pass for the device. The device cannot use it, because it has
 * another key.
 */
export const authorityKey = defineCheck({
  id: 'certificates/authority-key',
  title: 'The key of the issued certificate is that of no root or intermediate',
  level: 'MUST',
  basis: 'security',
  requirements: ['X509-10'],
  since: '0.1.0',
  impact: { kind: 'security', says: "the holder of the authority's key can act as this device" },
  remedy: 'Certify the public key of the PKCS#10 request, and refuse a request that has none.',
  needs: { each: 'issue' },

  *judge({ provisioning: { client, certificates } }) {
    const { node, certificate } = client;
    for (const { store, certificate: other } of certificates.filter((one) => one !== client)) {
      if (sameBytes(certificate.publicKey.spki, other.publicKey.spki)) {
        const owner = `"${other.subject.toString()}" under ${store}`;
        yield { message: `The certificate holds the key of ${owner}`, at: node };
      }
    }
  },

  counterexamples: [{ name: 'a certificate for the key of its issuer', ...reissue({ issuerKey: true }) }],
});
