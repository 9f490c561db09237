import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyId } from './policy-id.ts';

testCheck(policyId, {
  fails: ['policyID is nil'],
  passes: { 'an empty policyID': set('get-policies', '//x:policyID', '') },
  inapplicable: { 'a response without policyID': remove('get-policies', '//x:policyID') },
});
