import { header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { probeAnswer } from './probe-answer.ts';

testCheck(probeAnswer, {
  fails: [
    'The server answered with HTTP 401',
    'The server answered with HTTP 405',
    /^The server answered with no complete answer \(.*\)$/,
  ],
  passes: {
    'no content': status('probe', 204),
    'a redirect': [
      status('probe', 302),
      header('probe', 'Location', 'https://enroll.contoso.example/EnrollmentServer/Discovery.svc'),
    ],
  },
});
