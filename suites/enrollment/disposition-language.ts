import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { membersNamed } from './shared/responses.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** The one text of the answer that is for people. */
export const dispositionLanguage = defineCheck({
  id: 'enrollment/disposition-language',
  title: 'A DispositionMessage with text names its language in xml:lang',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-37'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anybody who shows or logs the message can tell its language' },
  remedy: 'Add xml:lang to DispositionMessage, or send it empty.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the response has a DispositionMessage with text',
    test: ({ payload }) => messagesIn(payload).length > 0,
  },

  *judge({ payload }) {
    for (const message of messagesIn(payload)) {
      const language = message.textAt('ancestor-or-self::*[@xml:lang][1]/@xml:lang');
      if ((language ?? '').trim() === '') {
        yield { message: `DispositionMessage "${message.text.trim()}" has no xml:lang`, at: message };
      }
    }
  },

  counterexamples: [
    { name: 'a message without language', ...remove('issue', '//wstep:DispositionMessage/@xml:lang') },
    { name: 'an empty language', ...set('issue', '//wstep:DispositionMessage/@xml:lang', '') },
  ],
});

function messagesIn(collection: XmlNode): XmlNode[] {
  return membersNamed(collection, 'DispositionMessage').filter(({ text }) => text.trim() !== '');
}
