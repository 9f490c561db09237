import { answer, close, remove, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { requiredCredential } from './required-credential.ts';
import { policySecurity } from './scenarios/policy-security.ts';

testCheck(requiredCredential, {
  scenarios: [policySecurity],
  fails: ['The server accepted the request'],
  passes: { 'a refusal in another form, which other checks report': status('get-policies fault', 401) },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
  inconclusive: {
    'a connection that is closed on everybody who is refused': close('get-policies fault'),
    'a server that refuses everybody': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
  },
});
