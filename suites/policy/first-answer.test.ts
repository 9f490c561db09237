import { attribute, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { firstAnswer } from './first-answer.ts';

testCheck(firstAnswer, {
  fails: ['policiesNotChanged is "true"', 'policiesNotChanged is "1"'],
  passes: {
    'a nil policiesNotChanged': [
      set('get-policies', '//x:policiesNotChanged', ''),
      attribute('get-policies', '//x:policiesNotChanged', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
    ],
  },
});
