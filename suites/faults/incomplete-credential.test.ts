import { close, status, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { policySecurity } from '../policy/scenarios/policy-security.ts';
import { incompleteCredential } from './incomplete-credential.ts';

testCheck(incompleteCredential, {
  scenarios: [policySecurity, enrollmentCredentialRefusals],
  fails: ['The server accepted the request', 'The server accepted the request'],
  passes: {
    'a refusal in another form, which other checks report': status('issue fault', 401),
    'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl'),
  },
  inconclusive: { 'a connection that is closed on everybody who is refused': close('get-policies fault') },
});
