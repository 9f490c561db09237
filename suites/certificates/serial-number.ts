import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** RFC 5280 section 4.1.2.2. Certificate stores and revocation lists use the serial number. */
export const serialNumber = defineCheck({
  id: 'certificates/serial-number',
  title: 'Serial numbers are positive and have at most 20 octets',
  level: 'MAY',
  basis: 'windows',
  requirements: ['X509-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a strict reader refuses the certificate' },
  remedy: 'Draw serial numbers as positive integers of up to 20 octets, at least 64 bits of them random.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    for (const { node, certificate } of provisioning.certificates) {
      if (certificate.serial <= 0n || certificate.serial >= 1n << 159n) {
        yield {
          message: `The serial number is ${certificate.serial.toString()}`,
          at: node,
          actual: certificate.serial.toString(),
        };
      }
    }
  },

  counterexamples: [
    { name: 'a negative serial number', ...reissue({ serial: '-5' }) },
    { name: 'serial number zero', ...reissue({ serial: '0' }) },
    { name: 'a serial number of 21 octets', ...reissue({ serial: (1n << 161n).toString() }) },
  ],
});
