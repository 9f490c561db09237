import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingNumbers } from './polling-numbers.ts';

testCheck(pollingNumbers, {
  fails: ['NumberOfFirstRetries is "eight"', 'NumberOfSecondRetries is "-1"', 'IntervalForFirstSetOfRetries is ""'],
  passes: { 'other parms of the schedule': provisioning.set('//parm[@name="PollOnLogin"]/@value', 'false') },
  inapplicable: { 'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]') },
});
