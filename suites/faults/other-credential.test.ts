import { close, remove } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { policySecurity } from '../policy/scenarios/policy-security.ts';
import { otherCredential } from './other-credential.ts';

testCheck(otherCredential, {
  scenarios: [policySecurity, enrollmentCredentialRefusals],
  fails: ['The server accepted the request', 'The server accepted the request'],
  passes: {
    'a refusal in another form, which other checks report': close('issue fault'),
    'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl'),
  },
});
