import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidValue } from './oid-value.ts';

testCheck(oidValue, {
  fails: ['value is "sha256"', 'value is " 2.16.840.1.101.3.4.2.1"', 'value is "3.1.2"', 'value is ""'],
  passes: { 'an OID of OIW': set('get-policies', '//x:oID[1]/x:value', '1.3.14.3.2.29') },
  alsoFails: { 'a leading zero': [set('get-policies', '//x:oID[1]/x:value', '1.3.014'), 'value is "1.3.014"'] },
  inapplicable: { 'oIDs without a value': remove('get-policies', '//x:oID/x:value') },
});
