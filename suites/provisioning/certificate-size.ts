import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** Registry values and TLS messages have size limits. */
export const certificateSize = defineCheck({
  id: 'provisioning/certificate-size',
  title: 'A client certificate has fewer than 8 KiB, all certificates together fewer than 16 KiB',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-33'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a certificate this large is stored, and fits into a TLS handshake' },
  remedy: 'Issue certificates without bulky extensions, from a short chain.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    const total = provisioning.certificates.reduce((sum, { certificate: { der } }) => sum + der.length, 0);
    if (certificate.der.length >= 8192) {
      yield {
        message: `The client certificate has ${certificate.der.length} bytes`,
        at: node,
        expected: 'fewer than 8192',
      };
    }
    if (total >= 16_384) {
      yield {
        message: `The certificates have ${total} bytes together`,
        at: provisioning.tree.root,
        expected: 'fewer than 16384',
      };
    }
  },

  counterexamples: [{ name: 'a client certificate of 9 kilobytes', ...reissue({ subject: `CN=${'x'.repeat(9000)}` }) }],
});
