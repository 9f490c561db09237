import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingSecondInterval } from './polling-second-interval.ts';

testCheck(pollingSecondInterval, {
  fails: ['The second interval is 3 minutes, the first 15', 'The second interval is 15 minutes, the first 15'],
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'a schedule without second series': provisioning.remove('//parm[contains(@name, "Second")]'),
  },
});
