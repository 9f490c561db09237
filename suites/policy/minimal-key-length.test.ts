import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { minimalKeyLength } from './minimal-key-length.ts';

testCheck(minimalKeyLength, {
  fails: ['minimalKeyLength is "0"', 'minimalKeyLength is "RSA 2048"', 'minimalKeyLength is ""'],
  passes: { 'white space around it': set('get-policies', '//x:minimalKeyLength', ' 2048\n') },
  inapplicable: { 'a policy without minimalKeyLength': remove('get-policies', '//x:minimalKeyLength') },
});
