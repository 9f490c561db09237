import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** TLS has the client sign; a key that may not sign fails the handshake. */
export const keyUsage = defineCheck({
  id: 'certificates/key-usage',
  title: 'The key usage of the issued certificate, if any, allows digital signatures',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-04'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate cannot authenticate the device in a TLS handshake',
    evidence: {
      by: 'specified',
      source: 'RFC 5246, section 7.4.6: the key of a client certificate has to be allowed to sign',
    },
  },
  remedy: 'Set digitalSignature in the key usage of the certificate.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the certificate is restricted to key usages',
    test: ({ provisioning }) => provisioning.client.certificate.keyUsages !== undefined,
  },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    const usages = certificate.keyUsages ?? [];
    if (!usages.includes('digitalSignature')) {
      yield {
        message: `The key usages are ${usages.join(', ')}`,
        at: node,
        expected: 'digitalSignature',
        actual: usages.join(', '),
      };
    }
  },

  counterexamples: [{ name: 'a key that may only encipher', ...reissue({ keyUsages: ['keyEncipherment'] }) }],
});
