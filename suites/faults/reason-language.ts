import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { reasonTexts } from './shared/fault-nodes.ts';

const xml = 'http://www.w3.org/XML/1998/namespace';

/** By it a client chooses among the texts of a fault; SOAP 1.2 demands it of each. */
export const reasonLanguage = defineCheck({
  id: 'faults/reason-language',
  title: 'Each Text of a Reason names its language in xml:lang',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['FLT-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device chooses among the texts by their language' },
  remedy: 'Add xml:lang with a language tag, such as en-US, to each Text.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has a Reason of SOAP 1.2 with a Text',
    test: ({ fault }) => fault.form !== 'soap-1.1' && reasonTexts(fault).length > 0,
  },

  *judge({ fault }) {
    for (const text of reasonTexts(fault)) {
      const language = text.attribute('lang', xml);
      if (language === undefined) yield { message: 'The Text has no xml:lang', at: text };
      else if (!/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language.trim())) {
        yield { message: `xml:lang is "${language}"`, at: text, expected: 'a language tag', actual: language };
      }
    }
  },

  counterexamples: [
    { name: 'no language', ...remove('get-policies fault', '//s:Text/@xml:lang') },
    { name: 'a locale instead of a tag', ...set('issue fault', '//s:Text/@xml:lang', 'en_US.UTF-8') },
  ],
});
