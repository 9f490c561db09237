import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { ReadSyncMessage } from '../../harness/protocol/syncml/read-message.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** Who sees one proof could send it again where the nonce is the same. */
export const managementNonce = defineCheck({
  id: 'management/nonce',
  title: 'Each challenge has a nonce of its own',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-13', 'SYN-29'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'a proof can be sent again by whoever saw it' },
  remedy: 'Make a new random nonce for each challenge.',
  needs: { across: 'manage', filter: 'response', atLeast: 2 },
  applies: {
    when: 'the server gives nonces',
    test: (exchanges) => exchanges.some((item) => item.state === 'page' && noncesIn(item.managed).length > 0),
  },

  *judge(exchanges) {
    const seen = new Set<string>();
    for (const item of exchanges.filter(({ state }) => state === 'page')) {
      for (const { nonce, node } of noncesIn(item.managed)) {
        if (seen.has(nonce)) yield { message: `NextNonce ${nonce} was given before`, at: node, actual: nonce };
        seen.add(nonce);
      }
    }
  },

  counterexamples: [{ name: 'the same nonce each time', ...behaves({ repeatsNonce: true }) }],
});

function noncesIn({ commands }: ReadSyncMessage): readonly { readonly node: XmlNode; readonly nonce: string }[] {
  return commands.flatMap(({ node, challenge }) =>
    challenge?.nonce === undefined ? [] : [{ node, nonce: challenge.nonce }],
  );
}
