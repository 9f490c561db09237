import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { applicationLetterCase } from './application-letter-case.ts';

testCheck(applicationLetterCase, {
  fails: ['ADDR is written "addr"', 'APPAUTH is written "AppAuth"'],
  alsoFails: {
    'a credential in mixed case': [
      provisioning.set('//characteristic[@type="APPAUTH"][1]/parm[@name="AAUTHTYPE"]/@name', 'AAuthType'),
      'AAUTHTYPE is written "AAuthType"',
    ],
  },
  passes: {
    'a parm that w7 does not define': provisioning.append(
      '//characteristic[@type="APPLICATION"]',
      '<parm name="ServerList"/>',
    ),
    'settings of the DMClient': provisioning.append('//characteristic[@type="DMClient"]', '<parm name="name"/>'),
  },
});
