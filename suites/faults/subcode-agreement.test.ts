import { answer } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { subcodeAgreement } from './subcode-agreement.ts';

const invalid = { as: 'fault', subcode: 'InvalidSecurity' } as const;

testCheck(subcodeAgreement, {
  fails: [
    'GetPolicies is refused with subcode Authentication, RequestSecurityToken is refused with subcode Authorization',
  ],
  passes: { 'another subcode on both': [answer('get-policies fault', invalid), answer('issue fault', invalid)] },
  inapplicable: { 'a service that answers without a fault': answer('issue fault', { as: 'json' }) },
  inconclusive: { 'a server that refuses everything': answer('get-policies', invalid) },
});
