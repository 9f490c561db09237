import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { pollingFirstRetries } from './polling-first-retries.ts';

testCheck(pollingFirstRetries, {
  fails: ['NumberOfFirstRetries is 0'],
  passes: { 'a first series at its default': provisioning.remove('//parm[@name="NumberOfFirstRetries"]') },
  inapplicable: {
    'a document without schedule': provisioning.remove('//characteristic[@type="Poll"]'),
    'counts of zero': provisioning.set(
      '//characteristic[@type="Poll"]/parm[starts-with(@name, "NumberOf")]/@value',
      '0',
    ),
  },
});
