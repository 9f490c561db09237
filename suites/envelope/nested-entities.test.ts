import { testCheck } from '../../harness/testing/check-tester.ts';
import { nestedEntities } from './nested-entities.ts';
import { documentTypes } from './scenarios/document-types.ts';

const asked = '<!ENTITY one';

testCheck(nestedEntities, {
  scenarios: [documentTypes],
  fails: [
    'The answer has the text of an entity of the request 2 times',
    'The answer has the text of an entity of the request 1 times',
  ],
  passes: {
    'a server that leaves entities out': { on: 'discover fault', asked, answer: { as: 'control' } },
    'a gateway that stops the request': { on: 'issue fault', asked, answer: { as: 'html' } },
  },
  inconclusive: {
    'a server that repeats the answer to another request': [
      { on: 'discover fault', asked, answer: { as: 'control' } },
      {
        on: 'discover fault',
        asked,
        xml: { op: 'append', at: '//s:Header', xml: '<a:RelatesTo>urn:uuid:another</a:RelatesTo>' },
      },
    ],
  },
});
