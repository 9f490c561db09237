import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/**
 * A server may make its authority while it answers, after the moment at which the request was sent and by a clock of its own. Five minutes
 * are what Windows lets two clocks of a domain differ (Kerberos policy, maximum tolerance), and what `certificates/validity` allows.
 */
const skewMs = 5 * 60_000;

/** RFC 5280 6.1.3 demands it of intermediates; that an enrollment validates the path is not known. */
export const authorityValidity = defineCheck({
  id: 'certificates/authority-validity',
  title: 'The delivered root and intermediate certificates are valid now',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['X509-06'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device enrolls, and is managed, below an authority outside of its dates',
  },
  remedy: 'Replace the authority before its certificates expire, and issue from the new one.',
  needs: { each: 'issue' },

  *judge({ provisioning, now }) {
    for (const { store, node, certificate } of provisioning.certificates) {
      const { subject, notBefore, notAfter } = certificate;
      if (store === 'My') continue;
      if (notAfter.getTime() <= now.getTime()) {
        yield { message: `"${subject.toString()}" expired on ${notAfter.toISOString()}`, at: node };
      }
      if (notBefore.getTime() > now.getTime() + skewMs) {
        yield { message: `"${subject.toString()}" is not valid before ${notBefore.toISOString()}`, at: node };
      }
    }
  },

  counterexamples: [
    { name: 'a root that has expired', ...behaves({ root: { notBeforeDays: -800, notAfterDays: -12 } }) },
    { name: 'an intermediate of next week', ...behaves({ intermediate: { notBeforeDays: 7 } }) },
  ],
});
