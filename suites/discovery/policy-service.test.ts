import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyService } from './policy-service.ts';

testCheck(policyService, {
  fails: ['DiscoverResult has more than one EnrollmentPolicyServiceUrl'],
  passes: { 'no policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
  inapplicable: { 'no DiscoverResult, which another check reports': remove('discover', '//d:DiscoverResult') },
});
