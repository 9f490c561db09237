import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyIdentity } from './policy-identity.ts';

testCheck(policyIdentity, {
  fails: [/^nextUpdateHours is another than before under the same policyID "\{2E0F6B5C-/],
  inapplicable: { 'an empty policyID': set('get-policies', '//x:policyID', '') },
});
