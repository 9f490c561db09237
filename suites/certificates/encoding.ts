import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** What the version and the serial number have wrong, other checks report. */
const reportedElsewhere = /^version | serial number|^serial number/;

/** Sections 4.1 and 4.2 of RFC 5280. Lenient readers accept such defects, strict readers refuse the certificate. */
export const encoding = defineCheck({
  id: 'certificates/encoding',
  title: 'Certificates are encoded as RFC 5280 says',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a reader refuses the certificate, or reads another thing than was meant' },
  remedy: 'Build certificates with a library that writes DER, and add each extension once.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    for (const { node, certificate } of provisioning.certificates) {
      for (const oddity of certificate.nonStandard.filter((found) => !reportedElsewhere.test(found))) {
        yield { message: `"${certificate.subject.toString()}": ${oddity}`, at: node };
      }
    }
  },

  counterexamples: [
    { name: 'an extension twice', ...reissue({ encoding: 'repeated-extension' }) },
    { name: 'two signature algorithms', ...reissue({ encoding: 'two-algorithms' }) },
    { name: 'times in the form for 2050 and later', ...reissue({ encoding: 'general-time' }) },
  ],
});
