import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingSchedule } from './polling-schedule.ts';

testCheck(pollingSchedule, {
  fails: ['All six parms of the polling schedule are 0'],
  passes: { 'absent parms, which have defaults': provisioning.remove('//characteristic[@type="Poll"]/parm') },
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'a parm that is no number': provisioning.set('//parm[@name="NumberOfFirstRetries"]/@value', 'eight'),
  },
});
