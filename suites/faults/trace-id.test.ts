import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { traceId } from './trace-id.ts';

testCheck(traceId, {
  cleanIs: 'inapplicable',
  fails: ['The DeviceEnrollmentServiceError has no TraceId', 'The DeviceEnrollmentServiceError has an empty TraceId'],
  passes: {
    'a TraceId': answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' }),
  },
});
