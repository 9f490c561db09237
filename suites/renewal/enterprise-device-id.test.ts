import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedDeviceId } from './enterprise-device-id.ts';

testCheck(renewedDeviceId, {
  fails: ['EntDMID is empty'],
  inapplicable: { 'a document that does not set it': provisioning.remove('//parm[@name="EntDMID"]') },
});
