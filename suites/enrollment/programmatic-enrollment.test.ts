import { testCheck } from '../../harness/testing/check-tester.ts';
import { programmaticEnrollment } from './programmatic-enrollment.ts';
import { programmaticEnrollment as scenario } from './scenarios/programmatic-enrollment.ts';
import { windowsEnrollment } from './scenarios/windows-enrollment.ts';

const refused = 'The server answered with a fault (Authentication)';

testCheck(programmaticEnrollment, {
  scenarios: [windowsEnrollment, scenario],
  fails: [refused, refused, refused],
});
