import { answer, close, remove } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { requiredCredential } from './required-credential.ts';
import { policySecurity } from './scenarios/policy-security.ts';

testCheck(requiredCredential, {
  scenarios: [policySecurity],
  fails: ['The server accepted the request'],
  passes: { 'a refusal in another form, which other checks report': close('get-policies fault') },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
  inconclusive: {
    'a server that refuses everybody': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
  },
});
