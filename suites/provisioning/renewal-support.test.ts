import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalSupport } from './renewal-support.ts';

const value = '//parm[@name="ROBOSupport"]/@value';

testCheck(renewalSupport, {
  fails: ['ROBOSupport is "yes"', 'ROBOSupport is ""', 'ROBOSupport is ""'],
  passes: {
    'a digit': provisioning.set(value, '1'),
    'another letter case': provisioning.set(value, 'False'),
  },
  inapplicable: {
    'settings without it': provisioning.remove('//parm[@name="ROBOSupport"]'),
    'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]'),
  },
});
