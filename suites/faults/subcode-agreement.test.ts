import { answer, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { policySecurity } from '../policy/scenarios/policy-security.ts';
import { wrongPassword } from './scenarios/wrong-password.ts';
import { subcodeAgreement } from './subcode-agreement.ts';

const invalid = { as: 'fault', subcode: 'InvalidSecurity' } as const;

testCheck(subcodeAgreement, {
  scenarios: [policySecurity, enrollmentCredentialRefusals, wrongPassword],
  fails: [
    'GetPolicies is refused with subcode InvalidSecurity, RequestSecurityToken is refused with subcode Authentication',
    /^GetPolicies is refused with subcode \w+, RequestSecurityToken is refused with subcode Authorization$/,
  ],
  passes: { 'another subcode on both': [answer('get-policies fault', invalid), answer('issue fault', invalid)] },
  inapplicable: {
    'a service that answers without a fault': answer('issue fault', { as: 'json' }),
    'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl'),
  },
  inconclusive: { 'a server that refuses everything': answer('get-policies', invalid) },
});
