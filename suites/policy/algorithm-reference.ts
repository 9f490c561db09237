import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences, hasOidReference } from './shared/oid-references.ts';
import { privateKeyPath } from './shared/paths.ts';

const reference = `${privateKeyPath}/x:algorithmOIDReference`;

/** Says which algorithm the key is for. */
export const algorithmReference = defineCheck({
  id: 'policy/algorithm-reference',
  title: 'algorithmOIDReference, where it is not nil, equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which algorithm a device makes its key for' },
  remedy: 'List the algorithm in oIDs, or send a nil algorithmOIDReference.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names the algorithm of the key and the message has oIDs',
    test: ({ payload }) => hasOidReference(payload, reference),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [
    { name: 'a reference that leads nowhere', ...set('get-policies', '//x:algorithmOIDReference', '77') },
  ],
});
