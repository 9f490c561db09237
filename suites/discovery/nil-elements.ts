import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** A nil element with content contradicts itself: readers may or may not use the content. */
export const nilElements = defineCheck({
  id: 'discovery/nil-elements',
  title: 'Elements of the Discover answer that are nil are empty',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-22'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes the value or none' },
  remedy: 'Write a nil element without content, or write the value without xsi:nil.',
  needs: { each: 'discover' },
  applies: { when: 'an element of the answer is nil', test: ({ payload }) => nilsOf(payload).length > 0 },

  *judge({ payload }) {
    for (const node of nilsOf(payload)) {
      if (node.text !== '' || node.children.length > 0) {
        yield { message: `${node.name} is nil and has content`, at: node, expected: '', actual: node.text };
      }
    }
  },

  counterexamples: [
    {
      name: 'a nil address with a value',
      ...set('discover', '//d:AuthenticationServiceUrl', 'https://sts.contoso.example/login'),
    },
    { name: 'a nil address with a child', ...append('discover', '//d:AuthenticationServiceUrl', '<Url/>') },
  ],
});

function nilsOf(payload: XmlNode): XmlNode[] {
  return payload.all('descendant-or-self::*[@xsi:nil]').filter(({ isNil }) => isNil);
}
