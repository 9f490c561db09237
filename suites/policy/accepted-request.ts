import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { followedPolicies } from './shared/followed-policies.ts';

/** The issuer has to accept a request that follows the policy. */
export const acceptedRequest = defineCheck({
  id: 'policy/accepted-request',
  title: 'A certificate request with the key length and the hash of the policy is not refused as such',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['POL-37'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device heeds the policy; one that does sends what the server refuses' },
  remedy: 'Announce in the policy the key length and the hash that the issuer takes.',
  needs: { across: ['get-policies', 'issue'], atLeast: 2, filter: 'attempt' },
  applies: {
    when: 'the server accepted a certificate request that follows the policy, or refused it for its content',
    test: (exchanges) => followedPolicies(exchanges).length > 0,
  },

  *judge(exchanges) {
    for (const { issue, asked } of followedPolicies(exchanges)) {
      if (issue.state === 'fault') {
        yield {
          message: `A certificate request of ${asked}, as the policy asks, was refused with CertificateRequest`,
          at: issue.fault.subcodeNode ?? issue.at('body'),
        };
      }
    }
  },

  counterexamples: [
    { name: 'an issuer that refuses it', ...answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
  ],
});
