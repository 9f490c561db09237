import { slow } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { responseTime } from './response-time.ts';

testCheck(responseTime, {
  fails: ['The answer took 31.0 s', 'The answer took 60.0 s'],
  passes: { 'an answer just in time': slow('discover', 30) },
});
