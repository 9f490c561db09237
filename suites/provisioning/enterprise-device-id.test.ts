import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enterpriseDeviceId } from './enterprise-device-id.ts';

testCheck(enterpriseDeviceId, {
  fails: ['The provider has no EntDMID', 'EntDMID is empty'],
  inapplicable: { 'a server that does not renew': provisioning.remove('//characteristic[@type="WSTEP"]') },
});
