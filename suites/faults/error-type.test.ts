import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { errorType } from './error-type.ts';

testCheck(errorType, {
  cleanIs: 'inapplicable',
  fails: ['ErrorType is "SqlError", none of the eight'],
  passes: {
    'one of the eight': answer('issue fault', {
      as: 'fault',
      subcode: 'Authorization',
      errorType: 'CustomServerError',
    }),
    'one in another letter case': answer('issue fault', {
      as: 'fault',
      subcode: 'Authorization',
      errorType: 'devicecapreached',
    }),
  },
});
