import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate } from '../../harness/engine/rule/departures.ts';
import { hasResult } from './shared/result.ts';

/** The server may have no policy service, but not two of them. */
export const policyService = defineCheck({
  id: 'discovery/policy-service',
  title: 'There is at most one EnrollmentPolicyServiceUrl',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of the addresses a device takes' },
  remedy: 'Return the address of the policy service once, or leave it out.',
  needs: { each: 'discover' },
  applies: hasResult,

  *judge({ payload }) {
    const [, second] = payload.all('d:DiscoverResult/d:EnrollmentPolicyServiceUrl');
    if (second) yield { message: 'DiscoverResult has more than one EnrollmentPolicyServiceUrl', at: second };
  },

  counterexamples: [{ name: 'two addresses', ...duplicate('discover', '//d:EnrollmentPolicyServiceUrl') }],
});
