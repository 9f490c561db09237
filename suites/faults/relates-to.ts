import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { headerBlocks } from './shared/fault-nodes.ts';

/** The published sample doubles the scheme of the id, and servers copied it. */
export const faultRelatesTo = defineCheck({
  id: 'faults/relates-to',
  title: 'RelatesTo of a fault equals the MessageID of the request',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device matches the fault to its request by this value' },
  remedy: 'Copy the MessageID of the request into RelatesTo unchanged, without another urn:uuid: before it.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the request has a MessageID and the fault a RelatesTo',
    test: ({ facts, answer }) => facts.messageId !== undefined && headerBlocks(answer, 'RelatesTo').length > 0,
  },

  *judge({ facts, answer }) {
    const expected = facts.messageId?.trim() ?? '';
    for (const related of headerBlocks(answer, 'RelatesTo')) {
      const actual = related.text.trim();
      if (actual !== expected) yield { message: `RelatesTo is "${actual}"`, at: related, expected, actual };
    }
  },

  counterexamples: [
    {
      name: 'a doubled scheme',
      ...set('issue fault', '//a:RelatesTo', 'urn:uuid:urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749'),
    },
    { name: 'the id of the sample', ...set('get-policies fault', '//a:RelatesTo', 'urn:uuid:urn:uuid:00000000') },
  ],
});
