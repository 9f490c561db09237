import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { privateKeyPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${privateKeyPath}/x:minimalKeyLength`;

/** Windows makes its key by this number. */
export const minimalKeyLength = defineCheck({
  id: 'policy/minimal-key-length',
  title: 'minimalKeyLength is greater than 0',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'how long a key a device makes then' },
  remedy: 'Send the number of bits that a key must have, for example 2048.',
  needs: { each: 'get-policies' },
  applies: { when: 'a policy has a minimalKeyLength', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const length of payload.all(path)) {
      if ((integerOf(length) ?? 0n) <= 0n) {
        yield { message: quoted(length), at: length, expected: 'an integer greater than 0', actual: length.text };
      }
    }
  },

  counterexamples: [
    { name: 'a length of 0', ...set('get-policies', '//x:minimalKeyLength', '0') },
    { name: 'no number', ...set('get-policies', '//x:minimalKeyLength', 'RSA 2048') },
    { name: 'an empty length', ...set('get-policies', '//x:minimalKeyLength', '') },
  ],
});
