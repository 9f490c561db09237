import { testCheck } from '../../harness/testing/check-tester.ts';
import { byteOrderMark } from './byte-order-mark.ts';

testCheck(byteOrderMark, { fails: ['The body begins with a byte order mark'] });
