import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, swap } from '../../harness/engine/rule/departures.ts';
import { policyPath } from './shared/paths.ts';
import { sequenceFindings } from './shared/sequence.ts';
import { hasValue } from './shared/values.ts';

/** Says of one policy what it is, who issues for it and what it asks for. */
export const policyParts = defineCheck({
  id: 'policy/policy-parts',
  title: 'Each policy holds policyOIDReference, cAs and attributes in that order',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-03'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device finds the attributes of the policy; a reader that follows the schema does not',
  },
  remedy: 'Send policyOIDReference, cAs (which may be nil) and attributes, each once, in this order.',
  needs: { each: 'get-policies' },
  applies: { when: 'the answer has a policy', test: ({ payload }) => hasValue(payload, policyPath) },

  *judge({ payload }) {
    for (const policy of payload.all(policyPath)) {
      yield* sequenceFindings(policy, ['policyOIDReference', 'cAs', 'attributes']);
    }
  },

  counterexamples: [
    { name: 'a policy without cAs', ...remove('get-policies', '//x:policy/x:cAs') },
    { name: 'another order', ...swap('get-policies', '//x:policy/x:policyOIDReference') },
  ],
});
