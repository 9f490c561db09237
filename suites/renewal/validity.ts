import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

const dayMs = 86_400_000;

/**
 * The renewed certificate has to live longer than the old one, and long enough that the device need not renew it at
 * once.
 */
export const renewedValidity = defineCheck({
  id: 'renewal/validity',
  title: 'The renewed certificate outlives RenewPeriod and the certificate that it replaces',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-22'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device renews at once, or sooner than before',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 52601 and 21344: devices renew at once' },
  },
  remedy: 'Give a renewed certificate the whole lifetime of a new one.',
  needs: { each: 'renew' },
  applies: {
    when: 'the message names a certificate that lives longer than RenewPeriod',
    test: ({ facts: { renewal } }) => {
      const { notBefore, notAfter } = renewal?.signed?.signer ?? {};
      if (!notBefore || !notAfter) return false;
      return notAfter.getTime() - notBefore.getTime() > (renewal?.period ?? 0) * dayMs;
    },
  },

  *judge({ provisioning, facts, now }) {
    const { node, certificate } = provisioning.client;
    const { period = 0, signed } = facts.renewal ?? {};
    const left = Math.floor((certificate.notAfter.getTime() - now.getTime()) / dayMs);
    if (left <= period) {
      yield {
        message: `The certificate expires in ${left} days, RenewPeriod is ${period}`,
        at: node,
        actual: `${left}`,
      };
    } else if (signed?.signer && certificate.notAfter < signed.signer.notAfter) {
      const day = certificate.notAfter.toISOString();
      const expected = `at least ${signed.signer.notAfter.toISOString()}`;
      yield { message: `The certificate expires on ${day}, before the one that it replaces`, at: node, expected };
    }
  },

  counterexamples: [
    { name: 'half the lifetime', ...behaves({ renewed: { notAfterDays: 180 } }) },
    { name: 'a month', ...behaves({ renewed: { notAfterDays: 30 } }) },
  ],
});
