import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { azureAttestation } from './azure-attestation.ts';

testCheck(azureAttestation, {
  cleanIs: 'inapplicable',
  fails: ['nonce is ""', 'relyingPartyId is " "', 'endpointUri is ""'],
  passes: {
    'a full block': append(
      'get-policies',
      '//x:attributes',
      '<x:attestation><x:azureAttestation><x:nonce>bm9uY2U=</x:nonce><x:relyingPartyId>mdm</x:relyingPartyId></x:azureAttestation></x:attestation>',
    ),
  },
});
