import { answer, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyVariants } from './scenarios/policy-variants.ts';
import { unknownPolicy } from './unknown-policy.ts';

testCheck(unknownPolicy, {
  scenarios: [policyVariants],
  fails: ['Policy 1.3.6.1.4.1.32473.1.1 is in the answer to a filter of 1.3.6.1.4.1.32473.2026.1'],
  inapplicable: {
    'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl'),
    'a server that refuses such a filter': {
      asked: '1.3.6.1.4.1.32473.2026.1',
      ...answer('get-policies', { as: 'fault', subcode: 'MessageFormat' }),
    },
  },
});
