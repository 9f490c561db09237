import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences } from './shared/oid-references.ts';
import { policyPath } from './shared/paths.ts';
import { saysUnchanged } from './shared/unchanged.ts';
import { hasValue } from './shared/values.ts';

const reference = `${policyPath}/x:policyOIDReference`;

/** Says which kind of certificate the policy is for. */
export const policyOidReference = defineCheck({
  id: 'policy/policy-oid-reference',
  title: 'policyOIDReference equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-04', 'POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device misses the identity of the policy' },
  remedy: 'List in oIDs an oID with the oIDReferenceID that policyOIDReference has.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy has a policyOIDReference and the answer does not say that nothing changed',
    test: (evidence) => hasValue(evidence.payload, reference) && !saysUnchanged(evidence),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [
    { name: 'a reference that leads nowhere', ...set('get-policies', '//x:policyOIDReference', '77') },
    { name: 'an answer without oIDs', ...remove('get-policies', '//x:GetPoliciesResponse/x:oIDs') },
  ],
});
