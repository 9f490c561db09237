import { defineCheck } from '../../harness/engine/rule/check.ts';
import { nestedText } from './shared/entity-marks.ts';
import { demandOwnAnswer, textOfAnswer, textOfRequest } from './shared/message-text.ts';

/** Nested entities make gigabytes of a few lines. SOAP forbids such declarations (SOAP 1.2 Part 1 section 5). */
export const nestedEntities = defineCheck({
  id: 'envelope/nested-entities',
  title: 'Entities that a request declares are not expanded',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ENV-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a stranger who sends a few lines can fill the memory of the server' },
  remedy: 'Refuse requests with a DOCTYPE, or do not expand entities.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation: 'doctype' } },
  applies: {
    when: 'the request declares the nested entities of this tool',
    test: (evidence) => textOfRequest(evidence).includes(nestedText),
  },

  *judge(evidence) {
    const repeated = textOfAnswer(evidence).split(nestedText).length - 1;
    if (repeated === 0) {
      demandOwnAnswer(evidence);
      return;
    }
    yield { message: `The answer has the text of an entity of the request ${repeated} times`, at: evidence.at('body') };
  },

  counterexamples: [
    {
      name: 'an id with an expanded entity',
      on: 'discover fault',
      asked: nestedText,
      xml: { op: 'append', at: '//s:Header', xml: `<a:RelatesTo>urn:uuid:1-${nestedText}${nestedText}</a:RelatesTo>` },
    },
    {
      name: 'a fault that quotes an expanded entity',
      on: 'issue fault',
      asked: nestedText,
      xml: { op: 'set', at: '//s:Reason/s:Text', to: `The id ${nestedText} is wrong.` },
    },
  ],
});
