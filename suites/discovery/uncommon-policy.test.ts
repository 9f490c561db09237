import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverPolicies } from './scenarios/discover-policies.ts';
import { uncommonPolicy } from './uncommon-policy.ts';

testCheck(uncommonPolicy, {
  scenarios: [discoverPolicies],
  fails: [/^The server answered with HTTP 500 with an HTML page/, /^The server answered with no complete answer/],
  passes: {
    'a refusal for another reason': { on: 'discover fault', answer: { as: 'fault', subcode: 'Authorization' } },
  },
  inapplicable: {
    'a server that has the policy too': { on: 'discover fault', answer: { as: 'control' } },
  },
});
