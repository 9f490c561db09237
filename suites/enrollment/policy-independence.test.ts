import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyIndependence } from './policy-independence.ts';
import { enrollmentWithoutPolicies } from './scenarios/enrollment-without-policies.ts';

testCheck(policyIndependence, {
  scenarios: [enrollmentWithoutPolicies],
  fails: ['The server answered with a fault (EnrollmentServer); a device shows 0x80180005'],
  inconclusive: {
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'EnrollmentServer' }),
  },
});
