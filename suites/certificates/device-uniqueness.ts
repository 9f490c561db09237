import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { sameBytes } from '../../harness/engine/evidence/bytes.ts';

/** A server cannot distinguish two devices with the same certificate. */
export const deviceUniqueness = defineCheck({
  id: 'certificates/device-uniqueness',
  title: 'Devices with different keys get different certificates',
  level: 'MUST',
  basis: 'security',
  requirements: ['X509-10'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'one device can pass for the other' },
  remedy: 'Issue a certificate of its own for each request.',
  needs: { across: 'issue', atLeast: 2 },

  *judge(issues) {
    for (const [index, one] of issues.entries()) {
      const twin = issues
        .slice(0, index)
        .find(
          (other) =>
            one.provisioning.client.certificate.sha1 === other.provisioning.client.certificate.sha1 &&
            !sameBytes(keyOf(one), keyOf(other)),
        );
      if (twin) {
        yield {
          message: `The certificate is the one of exchange ${twin.exchange.index}, whose request had another key`,
          at: one.provisioning.client.node,
        };
      }
    }
  },

  counterexamples: [{ name: 'one certificate for everybody', ...behaves({ sharedCertificate: true }) }],
});

function keyOf({ facts }: Evidence): Uint8Array {
  return facts.certificateRequest?.publicKey.spki ?? new Uint8Array();
}
