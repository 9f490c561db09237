import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalRetryInterval } from './renewal-retry-interval.ts';

testCheck(renewalRetryInterval, {
  fails: ['RetryInterval is 60 days, RenewPeriod 42', 'RetryInterval is 7 days, RenewPeriod 3'],
  passes: { 'an interval as long as the period': provisioning.set('//parm[@name="RetryInterval"]/@value', '42') },
  inapplicable: {
    'settings without interval': provisioning.remove('//parm[@name="RetryInterval"]'),
    'an interval beyond the limit': provisioning.set('//parm[@name="RetryInterval"]/@value', '1001'),
    'an interval that is no number': provisioning.set('//parm[@name="RetryInterval"]/@value', 'weekly'),
  },
});
