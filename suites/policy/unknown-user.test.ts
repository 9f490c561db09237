import { answer, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policySecurity } from './scenarios/policy-security.ts';
import { unknownPolicyUser } from './unknown-user.ts';

testCheck(unknownPolicyUser, {
  scenarios: [policySecurity],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  passes: {
    'a fault with another subcode': answer('get-policies fault', { as: 'fault', subcode: 'Authorization' }),
  },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
