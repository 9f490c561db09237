import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keySize } from './key-size.ts';

testCheck(keySize, {
  fails: ['minimalKeyLength is "1024"', 'minimalKeyLength is "65536"'],
  passes: { 'white space around it': set('get-policies', '//x:minimalKeyLength', ' 2048 ') },
  inapplicable: { 'a length of 0': set('get-policies', '//x:minimalKeyLength', '0') },
});
