import { reissue, remove } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyHash } from './policy-hash.ts';

testCheck(policyHash, {
  fails: ['The certificate is signed with sha1'],
  passes: { 'a stronger hash': reissue({ hash: 'sha384' }) },
  inapplicable: { 'a policy that names none': remove('get-policies', '//x:oIDs/x:oID[x:group="1"]') },
});
