import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';

/** The device matches an answer to its request by this value, character by character. */
export const relatesTo = defineCheck({
  id: 'envelope/relates-to',
  title: 'RelatesTo equals the MessageID of the request, character for character',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device matches the answer to its request by this value' },
  remedy: 'Copy the MessageID of the request into RelatesTo unchanged.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'the request has a MessageID and the answer a RelatesTo',
    test: ({ facts, header }) => facts.messageId !== undefined && header?.find('a:RelatesTo') !== undefined,
  },

  *judge({ header, facts }) {
    for (const related of header?.all('a:RelatesTo') ?? []) {
      if (related.text !== facts.messageId) {
        yield {
          message: `RelatesTo is "${related.text}"`,
          at: related,
          ...(facts.messageId === undefined ? {} : { expected: facts.messageId }),
          actual: related.text,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'the id of another message',
      ...set('discover', '//a:RelatesTo', 'urn:uuid:00000000-0000-0000-0000-000000000000'),
    },
    {
      name: 'a trimmed or re-cased id',
      ...set('get-policies', '//a:RelatesTo', 'urn:uuid:72048b64-0f19-448f-8c2e-b4c661860aa0'),
    },
  ],
});
