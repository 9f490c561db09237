import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { certificateAuthorityPath, policyPath } from './shared/paths.ts';
import { danglingReferences } from './shared/references.ts';
import { saysUnchanged } from './shared/unchanged.ts';
import { hasValue } from './shared/values.ts';

const reference = `${policyPath}/x:cAs/x:cAReference`;

/** Says who issues for the policy. */
export const caReference = defineCheck({
  id: 'policy/ca-reference',
  title: 'Each cAReference equals a cAReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-18'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device misses the issuer of the policy' },
  remedy: 'List the issuer in cAs with the cAReferenceID that cAReference has, or send nil cAs in the policy.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names an issuer and the answer does not say that nothing changed',
    test: (evidence) => hasValue(evidence.payload, reference) && !saysUnchanged(evidence),
  },

  *judge({ payload }) {
    yield* danglingReferences(payload, reference, `${certificateAuthorityPath}/x:cAReferenceID`);
  },

  counterexamples: [
    { name: 'a reference that leads nowhere', ...set('get-policies', '//x:cAReference', '5') },
    { name: 'a message without cAs', ...remove('get-policies', '//x:GetPoliciesResponse/x:cAs') },
  ],
});
