import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidReferenceId } from './oid-reference-id.ts';

testCheck(oidReferenceId, {
  fails: ['oIDReferenceID "1" is there twice', 'oIDReferenceID "00" is there twice'],
  inapplicable: { 'a message without oIDs': remove('get-policies', '//x:GetPoliciesResponse/x:oIDs') },
});
