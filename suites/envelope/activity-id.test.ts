import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { activityId } from './activity-id.ts';

testCheck(activityId, {
  fails: [
    'ActivityId is "..."',
    String.raw`ActivityId is "8c6060c4-3d78-4d73-ae17-e8bce88426ee\n\t"`,
    'CorrelationId is "..."',
  ],
  passes: {
    'a GUID in upper case': set('discover', '//diag:ActivityId', '8C6060C4-3D78-4D73-AE17-E8BCE88426EE'),
    'no CorrelationId': remove('discover', '//diag:ActivityId/@CorrelationId'),
  },
  inapplicable: {
    'no ActivityId': (['discover', 'get-policies', 'issue'] as const).map((kind) => remove(kind, '//diag:ActivityId')),
  },
});
