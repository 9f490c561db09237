import { append, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { responseParts } from './response-parts.ts';

testCheck(responseParts, {
  fails: [
    'response has no policyID',
    'response has the children policyID, nextUpdateHours, policyFriendlyName, policiesNotChanged, policies',
    /^response has the children policyID, policyFriendlyName, nextUpdateHours, nextUpdateHours/,
  ],
  passes: { 'an extension behind them': append('get-policies', '//x:response', '<extra xmlns="urn:vendor"/>') },
  inapplicable: {
    'a nil response': [
      remove('get-policies', '//x:response'),
      append('get-policies', '//x:GetPoliciesResponse', '<x:response xsi:nil="true"/>'),
    ],
  },
});
