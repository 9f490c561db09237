import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { attestationFailureBehavior } from './attestation-failure-behavior.ts';

testCheck(attestationFailureBehavior, {
  cleanIs: 'inapplicable',
  fails: ['AttestationFailureBehavior is "Abort"', 'attestationFailureBehavior is "failonerror"'],
  passes: {
    'a known behaviour, marked as nil': append(
      'get-policies',
      '//x:privateKeyAttributes',
      '<x:AttestationFailureBehavior xsi:nil="true">RetryOnError</x:AttestationFailureBehavior>',
    ),
  },
  inapplicable: {
    'an element that is nil': append(
      'get-policies',
      '//x:privateKeyAttributes',
      '<x:AttestationFailureBehavior xsi:nil="true"/>',
    ),
  },
});
