import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { attestationNodes, speaks } from './shared/attestation.ts';
import { quoted } from './shared/values.ts';

const behaviors = ['FailOnError', 'IgnoreOnError', 'RetryOnError'];

/** Whether a device without attestation may enroll at all. */
export const attestationFailureBehavior = defineCheck({
  id: 'policy/attestation-failure-behavior',
  title: 'AttestationFailureBehavior is FailOnError, IgnoreOnError or RetryOnError',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-34'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does when its attestation fails' },
  remedy: 'Send one of the three names.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy has an AttestationFailureBehavior',
    test: ({ payload }) => attestationNodes(payload, 'AttestationFailureBehavior').some(speaks),
  },

  *judge({ payload }) {
    for (const behavior of attestationNodes(payload, 'AttestationFailureBehavior').filter(speaks)) {
      if (!behaviors.includes(behavior.text.trim())) {
        yield {
          message: quoted(behavior),
          at: behavior,
          expected: behaviors.join(' or '),
          actual: behavior.text,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'a behaviour that does not exist',
      ...append(
        'get-policies',
        '//x:privateKeyAttributes',
        '<x:AttestationFailureBehavior>Abort</x:AttestationFailureBehavior>',
      ),
    },
    {
      name: 'the same in the block of version 6.0',
      ...append(
        'get-policies',
        '//x:attributes',
        '<x:attestation><x:attestationFailureBehavior>failonerror</x:attestationFailureBehavior></x:attestation>',
      ),
    },
  ],
});
