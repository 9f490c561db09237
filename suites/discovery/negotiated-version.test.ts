import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { negotiatedVersion } from './negotiated-version.ts';

testCheck(negotiatedVersion, {
  fails: ['EnrollmentVersion is "7.0"'],
  passes: { 'a lower version': set('discover', '//d:EnrollmentVersion', '3.0') },
  inapplicable: {
    'no version': remove('discover', '//d:EnrollmentVersion'),
    'a version that is no number': set('discover', '//d:EnrollmentVersion', 'seven'),
  },
});
