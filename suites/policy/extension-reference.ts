import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences, hasOidReference } from './shared/oid-references.ts';
import { attributesPath } from './shared/paths.ts';

const reference = `${attributesPath}/x:extensions/x:extension/x:oIDReference`;

/** Without its OID the value of an extension means nothing. */
export const extensionReference = defineCheck({
  id: 'policy/extension-reference',
  title: 'The oIDReference of each extension equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-12'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device that cannot tell the OID of an extension leaves it out or gives up',
  },
  remedy: 'List the OID of each extension in oIDs.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy asks for extensions and the message has oIDs',
    test: ({ payload }) => hasOidReference(payload, reference),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [
    { name: 'a reference that leads nowhere', ...set('get-policies', '//x:extension/x:oIDReference', '77') },
  ],
});
