import { answer, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { doctype } from './doctype.ts';

testCheck(doctype, {
  fails: ['The answer has a DOCTYPE', 'The answer has a DOCTYPE'],
  passes: {
    'the word in a comment': replace('discover', '<s:Envelope', '<!-- <!DOCTYPE Envelope> --><s:Envelope'),
    'an HTML page, which other checks report': answer('issue', { as: 'html' }),
  },
  inconclusive: { 'an HTML page in place of the first answer': answer('discover', { as: 'html' }) },
});
