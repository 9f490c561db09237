import { testCheck } from '../../harness/testing/check-tester.ts';
import { applicationName } from './application-name.ts';

testCheck(applicationName, {
  fails: ['APPLICATION has no NAME', 'NAME is empty'],
});
