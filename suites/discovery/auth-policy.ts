import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, remove, set } from '../../harness/engine/rule/departures.ts';
import { authPolicies } from './shared/auth-policies.ts';
import { countFinding, hasResult } from './shared/result.ts';

/** Tells the device which credential its next requests carry; a value it does not know ends the enrollment. */
export const authPolicy = defineCheck({
  id: 'discovery/auth-policy',
  title: 'There is one AuthPolicy, and it is Certificate, Federated or OnPremise, without padding',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-02'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device goes on, and with which credential, where it knows no such policy',
  },
  remedy: 'Send exactly one of the three names, without white space around it.',
  needs: { each: 'discover' },
  applies: hasResult,

  *judge({ payload }) {
    yield* countFinding(payload, 'AuthPolicy');
    for (const policy of payload.all('d:DiscoverResult/d:AuthPolicy')) {
      if (!authPolicies.includes(policy.text)) {
        yield {
          message: `AuthPolicy is "${policy.text}"`,
          at: policy,
          expected: authPolicies.join(' or '),
          actual: policy.text,
        };
      }
    }
  },

  counterexamples: [
    { name: 'a policy that does not exist', ...set('discover', '//d:AuthPolicy', 'Password') },
    { name: 'a padded policy', ...set('discover', '//d:AuthPolicy', ' OnPremise ') },
    { name: 'no policy', ...remove('discover', '//d:AuthPolicy') },
    { name: 'two policies', ...duplicate('discover', '//d:AuthPolicy') },
  ],
});
