import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences, hasOidReference } from './shared/oid-references.ts';
import { attributesPath } from './shared/paths.ts';

const reference = `${attributesPath}/x:hashAlgorithmOIDReference`;

/** One of the three things that Windows takes from a policy. */
export const hashReference = defineCheck({
  id: 'policy/hash-reference',
  title: 'hashAlgorithmOIDReference equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-05', 'POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which hash a device signs its certificate request with' },
  remedy: 'List the OID of the hash in oIDs with the oIDReferenceID that hashAlgorithmOIDReference has.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names a hash and the message has oIDs',
    test: ({ payload }) => hasOidReference(payload, reference),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [
    { name: 'a reference that leads nowhere', ...set('get-policies', '//x:hashAlgorithmOIDReference', '77') },
  ],
});
