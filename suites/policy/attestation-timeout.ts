import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { attestationNodes, speaks } from './shared/attestation.ts';
import { integerOf, quoted } from './shared/values.ts';

const timeout = (seconds: string): string => `<x:OperationTimeout>${seconds}</x:OperationTimeout>`;

/** How many seconds a device waits for its attestation. */
export const attestationTimeout = defineCheck({
  id: 'policy/attestation-timeout',
  title: 'OperationTimeout is a positive integer',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-34'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'how long a device waits for its attestation' },
  remedy: 'Send a number of seconds greater than 0.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy has an OperationTimeout',
    test: ({ payload }) => attestationNodes(payload, 'OperationTimeout').some(speaks),
  },

  *judge({ payload }) {
    for (const seconds of attestationNodes(payload, 'OperationTimeout').filter(speaks)) {
      if ((integerOf(seconds) ?? 0n) <= 0n) {
        yield { message: quoted(seconds), at: seconds, expected: 'an integer greater than 0', actual: seconds.text };
      }
    }
  },

  counterexamples: [
    { name: 'no time', ...append('get-policies', '//x:privateKeyAttributes', timeout('0')) },
    { name: 'a unit', ...append('get-policies', '//x:privateKeyAttributes', timeout('100s')) },
  ],
});
