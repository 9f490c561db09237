import { testCheck } from '../../harness/testing/check-tester.ts';
import { singleRelatesTo } from './single-relates-to.ts';

testCheck(singleRelatesTo, { fails: ['The answer has no RelatesTo', 'The answer has RelatesTo 2 times'] });
