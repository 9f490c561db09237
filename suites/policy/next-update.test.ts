import { attribute, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { nextUpdate } from './next-update.ts';

testCheck(nextUpdate, {
  fails: ['nextUpdateHours is "0"', 'nextUpdateHours is ""'],
  inapplicable: {
    'a nil element': [
      set('get-policies', '//x:nextUpdateHours', ''),
      attribute('get-policies', '//x:nextUpdateHours', '{http://www.w3.org/2001/XMLSchema-instance}nil', '1'),
    ],
  },
});
