import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caAuthentication } from './ca-authentication.ts';

testCheck(caAuthentication, {
  fails: ['clientAuthentication is "12"', 'clientAuthentication is "0"'],
  passes: { 'no credential': set('get-policies', '//x:clientAuthentication', '1') },
  inapplicable: { 'a message without cAs': remove('get-policies', '//x:GetPoliciesResponse/x:cAs') },
});
