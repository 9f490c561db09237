import { remove, set, swap } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentService } from './enrollment-service.ts';

testCheck(enrollmentService, {
  fails: [
    'DiscoverResult has no EnrollmentServiceUrl',
    'DiscoverResult has EnrollmentServiceUrl 2 times',
    'EnrollmentServiceUrl is nil',
  ],
  passes: {
    'a padded address with a query': set('discover', '//d:EnrollmentServiceUrl', '\n https://a.example/e?x=1&y=2\n'),
    'another order': swap('discover', '//d:EnrollmentPolicyServiceUrl'),
  },
  inapplicable: { 'no DiscoverResult, which another check reports': remove('discover', '//d:DiscoverResult') },
});
