import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalNumbers } from './renewal-numbers.ts';

testCheck(renewalNumbers, {
  fails: ['RenewPeriod is "0"', 'RetryInterval is "1001"', 'RetryInterval is "weekly"'],
  alsoFails: {
    'half a day': [provisioning.set('//parm[@name="RetryInterval"]/@value', '0.5'), 'RetryInterval is "0.5"'],
  },
  passes: {
    'the lower limit': provisioning.set('//parm[@name="RetryInterval"]/@value', '1'),
    'the upper limit': provisioning.set('//parm[@name="RenewPeriod"]/@value', '1000'),
  },
  inapplicable: {
    'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]'),
    'settings at their defaults': provisioning.remove('//parm[@name="RenewPeriod" or @name="RetryInterval"]'),
  },
});
