import { status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { httpStatus } from './http-status.ts';

testCheck(httpStatus, {
  fails: ['The HTTP status of the fault is 400', 'The HTTP status of the fault is 401'],
  passes: { 'the status of a success': status('issue fault', 200) },
});
