import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidGroup } from './oid-group.ts';

testCheck(oidGroup, {
  fails: ['group is "0"', 'group is "10"', 'group is "hash"'],
  passes: { 'another group': set('get-policies', '//x:oID[1]/x:group', '4') },
  inapplicable: { 'oIDs without a group': remove('get-policies', '//x:oID/x:group') },
});
