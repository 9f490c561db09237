import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentWithoutPolicies } from '../enrollment/scenarios/enrollment-without-policies.ts';
import { advertisedAuthentication } from './advertised-authentication.ts';

testCheck(advertisedAuthentication, {
  scenarios: [enrollmentWithoutPolicies],
  fails: [
    'The policy service answered with a fault (Authentication) what the enrollment service accepted; a device shows 0x80180002',
    'The policy service answered with a fault (InvalidSecurity) what the enrollment service accepted; a device shows 0x80180007',
  ],
  passes: {
    'an enrollment service that knows no user, of which another check tells': answer('issue', {
      as: 'fault',
      subcode: 'Authentication',
    }),
  },
  inconclusive: {
    'a credential that no service accepts': [
      answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
      answer('issue', { as: 'fault', subcode: 'Authentication' }),
    ],
  },
});
