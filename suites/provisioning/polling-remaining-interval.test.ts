import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingRemainingInterval } from './polling-remaining-interval.ts';

const interval = '//parm[@name="IntervalForRemainingScheduledRetries"]';

testCheck(pollingRemainingInterval, {
  fails: [
    'IntervalForRemainingScheduledRetries is 480 minutes',
    'IntervalForRemainingScheduledRetries is 1439 minutes',
  ],
  passes: { 'a day to the minute': provisioning.set(`${interval}/@value`, '1440') },
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'a schedule without remaining series': provisioning.remove(interval),
    'a MAM document': [
      provisioning.remove('//characteristic[@type="CertificateStore" or @type="APPAUTH"]'),
      provisioning.set(`${interval}/@value`, '480'),
    ],
  },
});
