import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalPeriod } from './renewal-period.ts';

testCheck(renewalPeriod, {
  fails: [
    'renewalPeriodSeconds is 999999999 where validityPeriodSeconds is 31536000',
    /^renewalPeriodSeconds is \d+ where validityPeriodSeconds is 60$/,
  ],
  inapplicable: { 'a period of 0': set('get-policies', '//x:renewalPeriodSeconds', '0') },
});
