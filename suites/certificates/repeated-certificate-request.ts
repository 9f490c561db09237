import { sameBytes } from '../../harness/engine/evidence/bytes.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue, slow } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { sameName } from '../../harness/protocol/pki/read/name.ts';

/**
 * For a repeated request, the server may choose to send the first certificate or a new one, but not a mixture of both.
 */
export const repeatedCertificateRequest = defineCheck({
  id: 'certificates/repeated-certificate-request',
  title: 'A certificate request that comes again gets a new certificate, or the first one unchanged',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['X509-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of two certificates with one serial number is meant' },
  remedy:
    'Give each certificate a serial number of its own, or answer a repetition with the certificate already issued.',
  needs: { across: 'issue', atLeast: 2 },
  applies: {
    when: 'one certificate request got certificates twice',
    test: (issues) => issues.some((issue, index) => repeatedIn(issue, issues.slice(0, index)).length > 0),
  },

  *judge(issues) {
    for (const [index, issue] of issues.entries()) {
      const { certificate, node } = issue.provisioning.client;
      const first = repeatedIn(issue, issues.slice(0, index)).find(({ provisioning: { client } }) => {
        const isUnchanged = client.certificate.sha1 === certificate.sha1;
        const isNew = client.certificate.serial !== certificate.serial;
        return !isUnchanged && !isNew && sameName(client.certificate.issuer, certificate.issuer);
      });
      if (first) {
        yield {
          message: `The certificate differs from the one of exchange ${first.exchange.index}, but has its serial number`,
          at: node,
        };
      }
    }
  },

  counterexamples: [
    { name: 'serial numbers that follow from the request', ...reissue({ serial: '2' }), and: [slow('issue', 5)] },
  ],
});

function repeatedIn({ facts }: Evidence, issues: readonly Evidence[]): Evidence[] {
  const { certificateRequest: asked } = facts;
  if (!asked) return [];
  return issues.filter(({ facts: { certificateRequest } }) => {
    return certificateRequest !== undefined && sameBytes(certificateRequest.der, asked.der);
  });
}
