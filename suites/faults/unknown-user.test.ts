import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { policySecurity } from '../policy/scenarios/policy-security.ts';
import { unknownUser } from './unknown-user.ts';

testCheck(unknownUser, {
  scenarios: [policySecurity, enrollmentCredentialRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page/,
    'The server refused with a fault (EnrollmentServer); a device shows 0x80180005',
  ],
  passes: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
