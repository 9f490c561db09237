import { behaves, renewedProvisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedChain } from './chain.ts';

testCheck(renewedChain, {
  fails: [
    /^The signature of "CN=.*" is not by "CN=Reference Device CA,O=MDE Conformance"$/,
    /^The path ends at "CN=.*", and no further certificate of its issuer "CN=Somebody else" is at hand$/,
  ],
  alsoFails: {
    'a certificate for servers': [
      behaves({ renewed: { extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'] } }),
      /is not for TLS client authentication/,
    ],
  },
  inconclusive: {
    'a document that cannot be read': renewedProvisioning.rename('/wap-provisioningdoc', 'provisioningdoc'),
  },
});
