import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { distinctActivityIds } from './distinct-activity-ids.ts';

testCheck(distinctActivityIds, {
  fails: ['ActivityId is "8c6060c4-3d78-4d73-ae17-e8bce88426ee" in every answer'],
  passes: {
    'one id for every answer of another service': set(
      'issue',
      '//diag:ActivityId',
      '8c6060c4-3d78-4d73-ae17-e8bce88426ee',
    ),
  },
  inapplicable: { 'no ActivityId': remove('discover', '//diag:ActivityId') },
});
