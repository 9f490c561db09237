import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import { isMadeDue } from '../../harness/engine/evidence/declared-state.ts';

/** The device plans its renewal by the validity period of the policy. */
export const policyValidity = defineCheck({
  id: 'certificates/policy-validity',
  title: 'The issued certificate lives about as long as the policy says',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device goes by the policy or by the certificate' },
  remedy: 'Bring validityPeriodSeconds and the lifetime of issued certificates into agreement.',
  needs: { flow: ['get-policies', 'issue'] },
  applies: {
    when: 'the policy states a validity period, and the target file does not ask for another one',
    test: ({ 'get-policies': policies, issue }) =>
      policies.payload.find('.//x:validityPeriodSeconds') !== undefined && !isMadeDue(issue),
  },

  *judge({ 'get-policies': policies, issue }) {
    const stated = policies.payload.all('.//x:validityPeriodSeconds').map(({ text }) => Number(text.trim()));
    const { node, certificate } = issue.provisioning.client;
    const actual = Math.round((certificate.notAfter.getTime() - certificate.notBefore.getTime()) / 1000);
    if (!stated.some((seconds) => Math.abs(actual - seconds) <= seconds / 10)) {
      yield {
        message: `The certificate is valid for ${actual} seconds`,
        at: node,
        expected: `about ${stated.join(' or ')} seconds`,
        actual: String(actual),
      };
    }
  },

  counterexamples: [{ name: 'a certificate for half the time', ...reissue({ notAfterDays: 180 }) }],
});
