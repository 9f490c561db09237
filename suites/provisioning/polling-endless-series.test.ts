import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingEndlessSeries } from './polling-endless-series.ts';

testCheck(pollingEndlessSeries, {
  fails: ['The second and the remaining series both have the count 0 and an interval'],
  passes: {
    'a schedule without second series': provisioning.remove('//parm[contains(@name, "Second")]'),
    'a schedule that ends': provisioning.set('//parm[@name="NumberOfRemainingScheduledRetries"]/@value', '3'),
  },
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'a first series without end': provisioning.set('//parm[@name="NumberOfFirstRetries"]/@value', '0'),
  },
});
