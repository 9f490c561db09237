import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { oidValue } from './oid-value.ts';

testCheck(oidValue, {
  fails: [
    'value is "sha256"',
    'value is " 2.16.840.1.101.3.4.2.1"',
    'value is "3.1.2"',
    'value is "1.3.6.1.4.1.311.21.8.16587102345.2.1", whose arc 16587102345 does not fit into 32 bits',
    'value is ""',
  ],
  passes: {
    'an OID of OIW': set('get-policies', '//x:oID[1]/x:value', '1.3.14.3.2.29'),
    'the largest arc of 32 bits': set('get-policies', '//x:oID[2]/x:value', '1.3.6.1.4.1.4294967295'),
  },
  alsoFails: { 'a leading zero': [set('get-policies', '//x:oID[1]/x:value', '1.3.014'), 'value is "1.3.014"'] },
  inapplicable: { 'oIDs without a value': remove('get-policies', '//x:oID/x:value') },
});
