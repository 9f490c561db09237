import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalDatatypes } from './renewal-datatypes.ts';

testCheck(renewalDatatypes, {
  fails: ['ROBOSupport has no datatype', 'RenewPeriod has the datatype "string"'],
  passes: {
    'another parm without datatype': provisioning.append(
      '//characteristic[@type="Renew"]',
      '<parm name="ServerURL" value="https://a.example"/>',
    ),
    'a setting left out': provisioning.remove('//parm[@name="RetryInterval"]'),
  },
  inapplicable: { 'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]') },
});
