import { answer, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { missingClient } from './missing-client.ts';
import { policyClient } from './scenarios/policy-client.ts';

testCheck(missingClient, {
  scenarios: [policyClient],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  passes: { 'another reason': answer('get-policies fault', { as: 'fault', subcode: 'InternalServiceFault' }) },
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
