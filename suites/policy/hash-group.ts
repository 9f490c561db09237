import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { oidsNamedBy } from './shared/oid-references.ts';
import { attributesPath } from './shared/paths.ts';
import { identifierOf } from './shared/references.ts';
import { integerOf, valuesAt } from './shared/values.ts';

const signingGroup: Impact = {
  kind: 'tolerated',
  says: 'Windows 11 25H2 enrolled with the hash in group 4',
  evidence: witnesses.windows11,
};

/** Published samples put hashes into other groups as well (Q19), and Windows 11 25H2 enrolled with group 4. */
export const hashGroup = defineCheck({
  id: 'policy/hash-group',
  title: 'The oID that hashAlgorithmOIDReference names is in group 1',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-15'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds the hash in this group' },
  remedy: 'Send group 1 for the OID of a hash.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'hashAlgorithmOIDReference names an oID with a group',
    test: ({ payload }) => groupsOfHashes(payload).length > 0,
  },

  *judge({ payload }) {
    for (const group of groupsOfHashes(payload)) {
      if (integerOf(group) !== 1n) {
        yield {
          message: `The oID of the hash is in group "${group.text}"`,
          at: group,
          expected: '1',
          actual: group.text,
          ...(integerOf(group) === 4n && { impact: signingGroup }),
        };
      }
    }
  },

  counterexamples: [
    { name: 'a hash among the signature algorithms', ...set('get-policies', '//x:oID[x:group="1"]/x:group', '4') },
  ],
});

function groupsOfHashes(payload: XmlNode): XmlNode[] {
  const references = valuesAt(payload, `${attributesPath}/x:hashAlgorithmOIDReference`).map(identifierOf);
  return [...new Set(references)]
    .flatMap((reference) => oidsNamedBy(payload, reference))
    .flatMap((oid) => oid.all('x:group'));
}
