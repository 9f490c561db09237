import { testCheck } from '../../harness/testing/check-tester.ts';
import { version } from './version.ts';

testCheck(version, {
  fails: [/^A version 1 certificate has \d+ extensions$/],
});
