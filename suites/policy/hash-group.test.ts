import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { hashGroup } from './hash-group.ts';

testCheck(hashGroup, {
  fails: ['The oID of the hash is in group "4"'],
  inapplicable: { 'a policy without a hash': remove('get-policies', '//x:hashAlgorithmOIDReference') },
});
