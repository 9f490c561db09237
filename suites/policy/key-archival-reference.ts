import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences, hasOidReference } from './shared/oid-references.ts';
import { attributesPath } from './shared/paths.ts';

const reference = `${attributesPath}/x:keyArchivalAttributes/x:symmetricAlgorithmOIDReference`;
const archival =
  '<x:keyArchivalAttributes><x:symmetricAlgorithmOIDReference>77</x:symmetricAlgorithmOIDReference>' +
  '<x:symmetricAlgorithmKeyLength>256</x:symmetricAlgorithmKeyLength></x:keyArchivalAttributes>';

/** Says how a key is encrypted for its archive. */
export const keyArchivalReference = defineCheck({
  id: 'policy/key-archival-reference',
  title: 'symmetricAlgorithmOIDReference equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that cannot tell how to encrypt its key hands it in' },
  remedy: 'List the algorithm in oIDs, or send nil keyArchivalAttributes.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy asks to archive the key and the message has oIDs',
    test: ({ payload }) => hasOidReference(payload, reference),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [{ name: 'a reference that leads nowhere', ...append('get-policies', '//x:attributes', archival) }],
});
