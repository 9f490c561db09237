import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate } from '../../harness/engine/rule/departures.ts';
import { policyPath } from './shared/paths.ts';
import { repeatedIdentifiers } from './shared/references.ts';
import { hasValue, valuesAt } from './shared/values.ts';

/** A policy names each of its issuers once. */
export const caReferenceRepetition = defineCheck({
  id: 'policy/ca-reference-repetition',
  title: 'The cAReferences of a policy differ from each other',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-18'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that tries one issuer after the other tries one of them twice' },
  remedy: 'Name each issuer once in a policy.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names an issuer',
    test: ({ payload }) => hasValue(payload, `${policyPath}/x:cAs/x:cAReference`),
  },

  *judge({ payload }) {
    for (const policy of payload.all(policyPath)) {
      yield* repeatedIdentifiers(valuesAt(policy, 'x:cAs/x:cAReference'));
    }
  },

  counterexamples: [{ name: 'an issuer named twice', ...duplicate('get-policies', '//x:cAReference') }],
});
