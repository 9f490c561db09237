import { renewedProvisioning } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedChain } from './chain.ts';

testCheck(renewedChain, {
  fails: [
    /^The signature of "CN=.*" is not by "CN=Reference Device CA,O=MDE Conformance"$/,
    /^The chain ends at ".*", and no root of the device is there$/,
  ],
  inconclusive: {
    'a document that cannot be read': renewedProvisioning.rename('/wap-provisioningdoc', 'provisioningdoc'),
  },
});
