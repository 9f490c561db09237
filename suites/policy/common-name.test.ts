import { duplicate, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { commonName } from './common-name.ts';

testCheck(commonName, {
  fails: ['commonName "ReferenceDeviceEnrollment" is there twice'],
  passes: {
    'two policies': [
      duplicate('get-policies', '//x:policy'),
      set('get-policies', '//x:policy[2]/x:attributes/x:commonName', 'Other'),
    ],
  },
  inapplicable: { 'a policy without a name': remove('get-policies', '//x:attributes/x:commonName') },
});
