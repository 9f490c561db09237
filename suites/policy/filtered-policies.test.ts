import { behaves, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { filteredPolicies } from './filtered-policies.ts';
import { policyVariants } from './scenarios/policy-variants.ts';

testCheck(filteredPolicies, {
  scenarios: [policyVariants],
  fails: [
    'Policy 1.3.6.1.4.1.32473.9 is in the answer',
    'No policy 1.3.6.1.4.1.32473.1.1 is in the answer',
    'The server answered with a fault (MessageFormat)',
  ],
  passes: { 'a server that sends its only policy whatever the filter says': behaves({ sendsAllPolicies: true }) },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
  inconclusive: {
    'policies that name no OID, so that none can be asked for': remove('get-policies', '//x:policyOIDReference'),
  },
});
