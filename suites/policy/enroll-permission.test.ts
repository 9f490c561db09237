import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollPermission } from './enroll-permission.ts';

testCheck(enrollPermission, {
  fails: [
    'enroll is "false", and the server issued a certificate',
    'enroll is "yes", and the server issued a certificate',
  ],
  passes: { 'the other spelling of true': set('get-policies', '//x:enroll', '1') },
  inapplicable: { 'a policy without permissions': remove('get-policies', '//x:permission') },
});
