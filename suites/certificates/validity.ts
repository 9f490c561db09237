import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** The device cannot open a session with a certificate outside its dates. */
export const validity = defineCheck({
  id: 'certificates/validity',
  title: 'The issued certificate is valid now',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-01'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate is refused until, or from, that date wherever its path is validated',
    evidence: { by: 'specified', source: 'RFC 5280, section 6.1.3: a certificate is not valid outside of its dates' },
  },
  remedy: 'Issue certificates that begin now, or a few minutes ago, and check the clock of the authority.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning, now }) {
    const skew = 5 * 60_000;
    const { node, certificate } = provisioning.client;
    const { notBefore, notAfter } = certificate;
    if (notBefore.getTime() > now.getTime() + skew) {
      yield { message: `notBefore is ${notBefore.toISOString()}`, at: node, expected: `at most ${now.toISOString()}` };
    }
    if (notAfter.getTime() <= now.getTime()) {
      yield { message: `notAfter is ${notAfter.toISOString()}`, at: node, expected: `after ${now.toISOString()}` };
    }
  },

  counterexamples: [
    { name: 'a certificate of tomorrow', ...reissue({ notBeforeDays: 1 }) },
    { name: 'a certificate of yesterday', ...reissue({ notBeforeDays: -30, notAfterDays: -1 }) },
  ],
});
