import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { subjectIdentity } from './subject-identity.ts';

testCheck(subjectIdentity, {
  // The name that a recorded server issues.
  fails: ['The subject "CN=TODO" names neither user nor device'],
  passes: { 'the UPN of the user': reissue({ subject: 'CN=User@Contoso.example,O=Contoso' }) },
  inapplicable: { 'an empty subject, which another check reports': reissue({ subject: '' }) },
});
