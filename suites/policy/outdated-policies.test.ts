import { behaves, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { outdatedPolicies } from './outdated-policies.ts';
import { policyVariants } from './scenarios/policy-variants.ts';

const asked = '>2001-01-01T00:00:00Z<';

testCheck(outdatedPolicies, {
  scenarios: [policyVariants],
  fails: ['policiesNotChanged is "true"', 'The server answered with a fault (MessageFormat)'],
  passes: {
    'a server that does not read lastUpdate': behaves({ sendsAllPolicies: true }),
    'the other spelling of false': { asked, ...set('get-policies', '//x:policiesNotChanged', '0') },
  },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
