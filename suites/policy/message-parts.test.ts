import { remove, append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { messageParts } from './message-parts.ts';

testCheck(messageParts, {
  fails: [
    'GetPoliciesResponse has no cAs',
    'GetPoliciesResponse has the children response, oIDs, cAs',
    'GetPoliciesResponse has a child note',
  ],
  passes: {
    'cAs that are nil': [
      remove('get-policies', '//x:GetPoliciesResponse/x:cAs'),
      remove('get-policies', '//x:GetPoliciesResponse/x:oIDs'),
      append('get-policies', '//x:GetPoliciesResponse', '<x:cAs xsi:nil="true"/><x:oIDs xsi:nil="true"/>'),
    ],
  },
});
