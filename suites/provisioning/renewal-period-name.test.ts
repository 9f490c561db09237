import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalPeriodName } from './renewal-period-name.ts';

testCheck(renewalPeriodName, {
  fails: ['The period is called RenewalPeriod'],
  passes: { 'a period at its default': provisioning.remove('//parm[@name="RenewPeriod"]') },
  inapplicable: { 'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]') },
});
