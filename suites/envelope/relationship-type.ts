import { defineCheck } from '../../harness/engine/rule/check.ts';
import { attribute } from '../../harness/engine/rule/departures.ts';

const reply = 'http://www.w3.org/2005/08/addressing/reply';

/** An answer is a reply, which is the default meaning of RelatesTo. */
export const relationshipType = defineCheck({
  id: 'envelope/relationship-type',
  title: 'RelatesTo marks the answer as a reply, or leaves its RelationshipType out',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes the message for a reply; by WS-Addressing it is none' },
  remedy: 'Leave RelationshipType out.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'the answer has a RelatesTo',
    test: ({ header }) => header?.find('a:RelatesTo') !== undefined,
  },

  *judge({ header }) {
    for (const type of header?.all('a:RelatesTo/@RelationshipType') ?? []) {
      const actual = type.text.trim();
      if (actual !== reply) yield { message: `RelationshipType is "${actual}"`, at: type, expected: reply, actual };
    }
  },

  counterexamples: [
    {
      name: 'the name of an older version of WS-Addressing',
      ...attribute('discover', '//a:RelatesTo', 'RelationshipType', 'wsa:Reply'),
    },
  ],
});
