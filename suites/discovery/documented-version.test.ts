import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { documentedVersion } from './documented-version.ts';

testCheck(documentedVersion, {
  fails: ['EnrollmentVersion is "1.0"', 'EnrollmentVersion is "42.0"', 'EnrollmentVersion is "3.5"'],
  passes: {
    'another form of the number': set('discover', '//d:EnrollmentVersion', ' 03.000 '),
    'version 8.0': set('discover', '//d:EnrollmentVersion', '8.0'),
    'the version of Windows 11 25H2': set('discover', '//d:EnrollmentVersion', '9.0'),
  },
  inapplicable: { 'a version that is no number': set('discover', '//d:EnrollmentVersion', 'four') },
});
