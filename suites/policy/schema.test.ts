import { append, attribute, replace, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policySchemaValidity } from './schema.ts';

const cryptoProviders = '<cryptoProviders>';
const attestation =
  '<AttestationFailureBehavior>FailOnError</AttestationFailureBehavior><OperationTimeout>100</OperationTimeout>';

testCheck(policySchemaValidity, {
  fails: [
    /keyUsageProperty/,
    /"?'?no'?"? is not a valid value|'no'/,
    /generalFlags/,
    /supersededPolicies|privateKeyFlags/,
    /revision/,
  ],
  passes: {
    'white space around a number': set('get-policies', '//x:minimalKeyLength', ' 2048 '),
    'the attestation fields of version 5.0': replace('get-policies', cryptoProviders, attestation + cryptoProviders),
    'attestation fields that are nil and have content, as in published samples': [
      replace('get-policies', cryptoProviders, attestation + cryptoProviders),
      attribute('get-policies', '//x:OperationTimeout', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
    ],
    'the attestation block of version 6.0': append(
      'get-policies',
      '//x:attributes',
      '<x:attestation><x:azureAttestation><x:nonce>bm9uY2U=</x:nonce></x:azureAttestation></x:attestation>',
    ),
  },
});
