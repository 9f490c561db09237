import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { danglingOidReferences, hasOidReference } from './shared/oid-references.ts';
import { attributesPath } from './shared/paths.ts';

const reference = `${attributesPath}/x:rARequirements/*[self::x:rAEKUs or self::x:rAPolicies]/x:oIDReference`;

/** Says who may countersign a certificate request. */
export const registrationAuthorityReference = defineCheck({
  id: 'policy/registration-authority-reference',
  title: 'Each oIDReference of rAEKUs and rAPolicies equals an oIDReferenceID of the same message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device looks for the signature that its request needs' },
  remedy: 'List the OIDs of rAEKUs and rAPolicies in oIDs.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names OIDs of registration authorities and the message has oIDs',
    test: ({ payload }) => hasOidReference(payload, reference),
  },

  *judge({ payload }) {
    yield* danglingOidReferences(payload, reference);
  },

  counterexamples: [
    {
      name: 'a key usage that leads nowhere',
      ...append('get-policies', '//x:rARequirements', '<x:rAEKUs><x:oIDReference>77</x:oIDReference></x:rAEKUs>'),
    },
    {
      name: 'a policy that leads nowhere',
      ...append(
        'get-policies',
        '//x:rARequirements',
        '<x:rAPolicies><x:oIDReference>78</x:oIDReference></x:rAPolicies>',
      ),
    },
  ],
});
