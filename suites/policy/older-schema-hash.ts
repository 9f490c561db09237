import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attributesPath } from './shared/paths.ts';
import { integerOf, valuesAt } from './shared/values.ts';

/** Policies before schema 3 had no hash, so a reader of one does not look for it. */
export const olderSchemaHash = defineCheck({
  id: 'policy/older-schema-hash',
  title: 'hashAlgorithmOIDReference is nil where policySchema is 1 or 2',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes the hash of a policy in which there is none' },
  remedy: 'Send policySchema 3 with a hash, or a nil hashAlgorithmOIDReference.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'policySchema is 1 or 2',
    test: ({ payload }) => payload.all(attributesPath).some(isOlder),
  },

  *judge({ payload }) {
    for (const attributes of payload.all(attributesPath).filter(isOlder)) {
      for (const reference of valuesAt(attributes, 'x:hashAlgorithmOIDReference')) {
        const schema = attributes.textAt('x:policySchema') ?? '';
        yield {
          message: `hashAlgorithmOIDReference is "${reference.text}" beside policySchema "${schema}"`,
          at: reference,
        };
      }
    }
  },

  counterexamples: [{ name: 'a hash in a policy of schema 2', ...set('get-policies', '//x:policySchema', '2') }],
});

function isOlder(attributes: XmlNode): boolean {
  const schema = attributes.find('x:policySchema');
  const version = schema && integerOf(schema);
  return version === 1n || version === 2n;
}
