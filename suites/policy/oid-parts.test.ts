import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidParts } from './oid-parts.ts';

testCheck(oidParts, {
  fails: ['oID has no defaultName', 'oID has the children group, value, oIDReferenceID, defaultName'],
  inapplicable: { 'a message without oIDs': remove('get-policies', '//x:GetPoliciesResponse/x:oIDs') },
});
