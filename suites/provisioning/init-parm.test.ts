import { testCheck } from '../../harness/testing/check-tester.ts';
import { initParm } from './init-parm.ts';

testCheck(initParm, {
  fails: ['APPLICATION has an INIT'],
});
