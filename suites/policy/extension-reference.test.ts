import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { extensionReference } from './extension-reference.ts';

testCheck(extensionReference, {
  fails: ['oIDReference "77" equals no oIDReferenceID'],
  inapplicable: { 'a policy without extensions': remove('get-policies', '//x:extension') },
});
