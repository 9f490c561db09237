import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { attestationEndpoint } from './attestation-endpoint.ts';

const block = (content: string): string => `<x:attestation>${content}</x:attestation>`;

testCheck(attestationEndpoint, {
  cleanIs: 'inapplicable',
  fails: ['azureAttestation has no endpointUri'],
  passes: {
    'an address': append(
      'get-policies',
      '//x:attributes',
      block('<x:azureAttestation><x:endpointUri>https://attest.example</x:endpointUri></x:azureAttestation>'),
    ),
  },
  inapplicable: {
    'a block without Azure attestation': append(
      'get-policies',
      '//x:attributes',
      block('<x:operationTimeout>100</x:operationTimeout>'),
    ),
  },
});
