import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, duplicate } from '../../harness/engine/rule/departures.ts';

/** Every published message holds one element; a device takes the first it finds, if it takes any. */
export const singleBodyChild = defineCheck({
  id: 'envelope/single-body-child',
  title: 'The Body of an answer has exactly one child',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of the children a device reads; no published message has more than one' },
  remedy: 'Write the response element into the Body and nothing else.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge({ payload }) {
    const [, second, ...others] = payload.parent?.children ?? [];
    if (second) {
      const count = others.length + 2;
      yield { message: `The Body has ${count} children`, at: second, expected: '1', actual: String(count) };
    }
  },

  counterexamples: [
    {
      name: 'a foreign element behind the response',
      ...append('discover', '/s:Envelope/s:Body', '<v:Trace xmlns:v="urn:example:vendor"/>'),
    },
    { name: 'the response twice', ...duplicate('get-policies', '//x:GetPoliciesResponse') },
  ],
});
