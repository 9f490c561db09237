import { defineCheck } from '../../harness/engine/check.ts';
import { reissue } from '../../harness/engine/departures.ts';
import { sameName } from '../../harness/pki/name.ts';

/** Issuer and serial number together name a certificate, in stores and in revocation lists. */
export const serialUniqueness = defineCheck({
  id: 'certificates/serial-uniqueness',
  title: 'An issuer gives each certificate a serial number of its own',
  level: 'MUST',
  basis: 'windows',
  requirements: ['X509-09'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'certificates of two devices collide where they are looked up by issuer and serial number',
  },
  remedy: 'Draw a new serial number for each certificate, at least 64 bits of it random.',
  needs: { across: 'issue', atLeast: 2 },

  *judge(issues) {
    const seen = issues.map((issue) => ({ issue, certificate: issue.provisioning.client.certificate }));
    for (const [index, { issue, certificate }] of seen.entries()) {
      const twin = seen
        .slice(0, index)
        .find(
          (other) =>
            other.certificate.sha1 !== certificate.sha1 &&
            other.certificate.serial === certificate.serial &&
            sameName(other.certificate.issuer, certificate.issuer),
        );
      if (twin) {
        yield {
          message: `Serial number ${certificate.serial.toString()} was given in exchange ${twin.issue.exchange.index} already`,
          at: issue.provisioning.client.node,
        };
      }
    }
  },

  counterexamples: [{ name: 'one serial number for all', ...reissue({ serial: '2' }) }],
});
