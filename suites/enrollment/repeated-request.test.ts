import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { repeatedRequest } from './repeated-request.ts';
import { repeatedRequest as scenario } from './scenarios/repeated-request.ts';

testCheck(repeatedRequest, {
  scenarios: [scenario],
  fails: [
    /^The server answered with HTTP 500 with an HTML page/,
    'The server answered with HTTP 200 with an empty body; a device shows 0x80180029',
  ],
  passes: { 'a server that refuses an identical message': behaves({ refusesReplayedRequest: true }) },
  inconclusive: { 'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'EnrollmentServer' }) },
});
