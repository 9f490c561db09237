import { testCheck } from '../../harness/testing/check-tester.ts';
import { simultaneousEnrollment as simultaneousEnrollmentScenario } from '../enrollment/scenarios/simultaneous-enrollment.ts';
import { simultaneousEnrollment } from './simultaneous-enrollment.ts';

testCheck(simultaneousEnrollment, {
  scenarios: [simultaneousEnrollmentScenario],
  fails: [/^The server answered with HTTP 500/, 'The certificate is for the key of another request'],
  passes: {
    'a server that takes its time for one of two': { on: 'issue', every: 2, delayMs: 900 },
  },
});
