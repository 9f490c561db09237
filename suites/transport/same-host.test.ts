import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { sameHost } from './same-host.ts';

testCheck(sameHost, {
  fails: ['The policy service is on policy.example, the enrollment service on enterpriseenrollment.contoso.example'],
  passes: {
    'another letter case, port and path': set(
      'discover',
      '//d:EnrollmentPolicyServiceUrl',
      'https://EnterpriseEnrollment.contoso.EXAMPLE:8443/other',
    ),
  },
  inapplicable: { 'a server without a policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
