import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { issuersOf } from './shared/issuers.ts';

/** An authority that is made just before its certificates also ends just before them. Devices renew days before. */
const graceMs = 24 * 60 * 60_000;

/**
 * A path is valid only while each of its certificates is (RFC 5280 section 6.1.3), but the device plans its renewal by
 * its own certificate. `certificates/authority-validity` judges an authority that has expired already.
 */
export const validityNesting = defineCheck({
  id: 'certificates/validity-nesting',
  title: 'The issued certificate does not outlive the authorities that it depends on',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-06'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'a device enrolls with such a certificate; what becomes of it when the authority expires is not known',
    evidence: {
      by: 'seen',
      source:
        'Windows 11 26200, deploymenttheory/go-microsoft-dm, testpki/testpki.go: 365 days below a root of 24 hours',
    },
  },
  remedy: 'End the validity of issued certificates before that of their issuers, and replace authorities in good time.',
  needs: { each: 'issue' },

  *judge(evidence) {
    const { node, certificate } = evidence.provisioning.client;
    for (const { subject, notAfter } of issuersOf(evidence)) {
      const isOutlived = certificate.notAfter.getTime() - notAfter.getTime() > graceMs;
      if (isOutlived && notAfter > evidence.now) {
        yield {
          message: `The certificate expires after "${subject.toString()}", which is valid until ${notAfter.toISOString()}`,
          at: node,
          expected: `at most ${notAfter.toISOString()}`,
          actual: certificate.notAfter.toISOString(),
        };
      }
    }
  },

  counterexamples: [
    { name: 'an intermediate that expires in a month', ...behaves({ intermediate: { notAfterDays: 30 } }) },
    { name: 'a root that expires in a month', ...behaves({ root: { notAfterDays: 30 } }) },
    { name: 'a certificate for twenty years', ...reissue({ notAfterDays: 7300 }) },
  ],
});
