import { provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalWindow } from './renewal-window.ts';

const period = '//parm[@name="RenewPeriod"]';

testCheck(renewalWindow, {
  fails: [
    'RenewPeriod is 730 days, the certificate expires in 365',
    'RenewPeriod is 42 days, the certificate expires in 30',
  ],
  alsoFails: {
    'the default of a certificate for a month': [
      [provisioning.remove(period), reissue({ notAfterDays: 30 })],
      'RenewPeriod is 42 days, the certificate expires in 30',
    ],
  },
  passes: {
    'a short period of a short life': [provisioning.set(`${period}/@value`, '20'), reissue({ notAfterDays: 30 })],
  },
  inapplicable: {
    'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]'),
    'an expired certificate': reissue({ notBeforeDays: -30, notAfterDays: -1 }),
    'a period that is no number': provisioning.set(`${period}/@value`, 'monthly'),
  },
});
