import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { managementAddress } from './management-address.ts';

const application = '//characteristic[@type="APPLICATION"]';

testCheck(managementAddress, {
  fails: ['APPLICATION has no ADDR', 'ADDR is empty'],
  passes: {
    'an address in APPADDR': [
      provisioning.remove('//parm[@name="ADDR"]'),
      provisioning.append(
        application,
        '<characteristic type="APPADDR"><parm name="ADDR" value="https://mdm.contoso.example/manage"/></characteristic>',
      ),
    ],
  },
});
