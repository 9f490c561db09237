import { attribute, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidName } from './oid-name.ts';

testCheck(oidName, {
  fails: ['defaultName is ""', 'defaultName is " "'],
  alsoFails: {
    'a nil name': [
      [
        set('get-policies', '//x:defaultName', ''),
        attribute('get-policies', '//x:defaultName', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
      ],
      'defaultName is nil',
    ],
  },
  passes: { 'any name': set('get-policies', '//x:defaultName', 'szOID_NIST_sha256') },
  inapplicable: { 'oIDs without a name': remove('get-policies', '//x:oID/x:defaultName') },
});
