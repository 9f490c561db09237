import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { attestationTimeout } from './attestation-timeout.ts';

testCheck(attestationTimeout, {
  cleanIs: 'inapplicable',
  fails: ['OperationTimeout is "0"', 'OperationTimeout is "100s"'],
  passes: {
    'a number of seconds': append(
      'get-policies',
      '//x:privateKeyAttributes',
      '<x:OperationTimeout>100</x:OperationTimeout>',
    ),
  },
});
