import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { attributesPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${attributesPath}/x:policySchema`;

/** Only version 3 of a policy can name a hash. */
export const policySchema = defineCheck({
  id: 'policy/policy-schema',
  title: 'policySchema is 3',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-06'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device passes over the policy and takes its defaults',
    evidence: { by: 'seen', source: 'Windows 11 22000, the message of its event 68' },
  },
  remedy: 'Send 3 as policySchema of every policy.',
  needs: { each: 'get-policies' },
  applies: { when: 'a policy has a policySchema', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const schema of payload.all(path)) {
      if (integerOf(schema) !== 3n) {
        yield { message: quoted(schema), at: schema, expected: '3', actual: schema.text };
      }
    }
  },

  counterexamples: [
    { name: 'an older schema', ...set('get-policies', '//x:policySchema', '2') },
    { name: 'no number', ...set('get-policies', '//x:policySchema', '3.0') },
  ],
});
