import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { readMarkup } from './shared/markup.ts';

/** SOAP forbids them beside the XML declaration, which is none. */
export const processingInstructions = defineCheck({
  id: 'envelope/processing-instructions',
  title: 'SOAP answers have no processing instructions',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-27'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device refuses the message, as SOAP 1.2 lets it' },
  remedy: 'Leave processing instructions out; the XML declaration may stay.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge({ response, at }) {
    for (const target of readMarkup(response.body).processingInstructions) {
      yield { message: `The answer has the processing instruction "${target}"`, at: at('body'), actual: target };
    }
  },

  counterexamples: [
    {
      name: 'a style sheet for browsers',
      ...replace('discover', '<s:Envelope', '<?xml-stylesheet href="style.css"?><s:Envelope'),
    },
    { name: 'an instruction inside the body', ...replace('issue', '</s:Body>', '<?debug on?></s:Body>') },
  ],
});
