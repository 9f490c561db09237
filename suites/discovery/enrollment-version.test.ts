import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentVersion } from './enrollment-version.ts';

testCheck(enrollmentVersion, {
  fails: ['EnrollmentVersion is "v4.0"', 'EnrollmentVersion is "4.0.0"', 'EnrollmentVersion is ""'],
  passes: {
    'another form of the number': set('discover', '//d:EnrollmentVersion', '\n +04.00 '),
    'a whole number': set('discover', '//d:EnrollmentVersion', '4'),
  },
  inapplicable: { 'no version': remove('discover', '//d:EnrollmentVersion') },
});
