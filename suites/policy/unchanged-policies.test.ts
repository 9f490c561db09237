import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyVariants } from './scenarios/policy-variants.ts';
import { unchangedPolicies } from './unchanged-policies.ts';

const asked = '>2099-12-31T23:59:59Z<';

testCheck(unchangedPolicies, {
  scenarios: [policyVariants],
  fails: [
    'policiesNotChanged is "false"',
    'Nothing changed, and oIDs is not nil',
    'The server answered with a fault (MessageFormat)',
  ],
  alsoFails: {
    'an answer without policiesNotChanged': [
      { asked, ...remove('get-policies', '//x:policiesNotChanged') },
      'policiesNotChanged is missing',
    ],
    'cAs that are not nil': [
      { asked, ...remove('get-policies', '//x:GetPoliciesResponse/x:cAs/@xsi:nil') },
      'Nothing changed, and cAs is not nil',
    ],
  },
  passes: { 'the other spelling of true': { asked, ...set('get-policies', '//x:policiesNotChanged', ' 1 ') } },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
