import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { readMarkup } from './shared/markup.ts';

/** SOAP forbids it because entities could be declared there, and so readers refuse it. */
export const doctype = defineCheck({
  id: 'envelope/doctype',
  title: 'SOAP answers have no DOCTYPE',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the XML reader of a device refuses the answer, as SOAP 1.2 lets it' },
  remedy: 'Leave the document type declaration out.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'response' },
  applies: {
    when: 'the answer is meant as a SOAP message',
    test: ({ response }) => readMarkup(response.body).isEnvelope,
  },

  *judge({ response, at }) {
    if (readMarkup(response.body).hasDoctype) yield { message: 'The answer has a DOCTYPE', at: at('body') };
  },

  counterexamples: [
    { name: 'a DOCTYPE without content', ...replace('discover', '<s:Envelope', '<!DOCTYPE Envelope><s:Envelope') },
    {
      name: 'an entity that is declared and used',
      ...replace('issue', '<s:Envelope', '<!DOCTYPE e [<!ENTITY done "Issued">]><s:Envelope'),
      and: [replace('issue', '>Issued<', '>&done;<')],
    },
  ],
});
