import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingCounts } from './polling-counts.ts';

const poll = '//characteristic[@type="Poll"]';

testCheck(pollingCounts, {
  fails: ['All three counts of the polling schedule are 0'],
  passes: {
    'a single series': provisioning.set(`${poll}/parm[@name="NumberOfSecondRetries"]/@value`, '0'),
  },
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'a document without DMClient': provisioning.remove('//characteristic[@type="DMClient"]'),
    'zeros only': provisioning.set(`${poll}/parm[@datatype="integer"]/@value`, '0'),
  },
});
