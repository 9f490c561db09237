import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { hashLabel } from './hash-label.ts';

testCheck(hashLabel, {
  fails: [/^OID 1\.3\.14\.3\.2\.29 is sha1, its defaultName ".*256.*"$/i],
  passes: {
    'a name in the spelling of Windows': set(
      'get-policies',
      '//x:oID[x:group="1"]/x:defaultName',
      ' szOID_NIST_sha256',
    ),
  },
  inapplicable: { 'a name without a hash': set('get-policies', '//x:oID[x:group="1"]/x:defaultName', 'digest') },
});
