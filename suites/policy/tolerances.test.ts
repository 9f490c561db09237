import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import type { CheckCases } from '../../harness/testing/check-tester.ts';
import { policyChecks } from './index.ts';
import { policySecurity } from './scenarios/policy-security.ts';
import { policyVariants } from './scenarios/policy-variants.ts';

const refused = 'The server answered with a fault (MessageFormat)';
const withoutPolicies: Pick<CheckCases, 'inapplicable'> = {
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
};

testCheckTable(policyChecks, {
  'policy/fresh-timestamp': { scenarios: [policySecurity], fails: [refused], ...withoutPolicies },
  'policy/preferred-language': { scenarios: [policyVariants], fails: [refused, refused, refused], ...withoutPolicies },
  'policy/request-extensions': { scenarios: [policyVariants], fails: [refused, refused], ...withoutPolicies },
});
