import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import { sameName } from '../../harness/protocol/pki/read/name.ts';

/** Issuer and serial number together name a certificate, in stores and in revocation lists. */
export const serialUniqueness = defineCheck({
  id: 'certificates/serial-uniqueness',
  title: 'An issuer gives each certificate a serial number of its own',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the two certificates are told apart where issuer and serial number name one, as in stores and revocation lists',
  },
  remedy: 'Draw a new serial number for each certificate, at least 64 bits of it random.',
  needs: { across: ['issue', 'renew'], atLeast: 2 },

  *judge(issues) {
    const given = new Map<bigint, { readonly certificate: Certificate; readonly exchange: number }[]>();
    for (const { exchange, provisioning } of issues) {
      for (const { certificate, node } of provisioning.certificates) {
        const numbered = given.get(certificate.serial) ?? [];
        const alike = numbered.filter((other) => sameName(other.certificate.issuer, certificate.issuer));
        if (alike.some((other) => other.certificate.sha1 === certificate.sha1)) continue;
        const [twin] = alike;
        if (twin) {
          const isHere = twin.exchange === exchange.index;
          const before = isHere ? `to "${twin.certificate.subject.toString()}"` : `in exchange ${twin.exchange}`;
          yield { message: `Serial number ${certificate.serial.toString()} was given ${before} already`, at: node };
        }
        given.set(certificate.serial, [...numbered, { certificate, exchange: exchange.index }]);
      }
    }
  },

  counterexamples: [
    { name: 'one serial number for all', ...reissue({ serial: '2' }) },
    {
      name: 'an intermediate with the serial number of its root',
      ...behaves({ root: { serial: '7' }, intermediate: { serial: '7' } }),
    },
  ],
});
