import { answer, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { wellFormed } from './well-formed.ts';

testCheck(wellFormed, {
  fails: [
    /^Not well-formed XML: .*xcep.* \(line 1\)$/,
    /^Not well-formed XML: .*DiscoverResult.* \(line 1\)$/,
    /^Not well-formed XML: .*nbsp.* \(line 1\)$/,
  ],
  passes: {
    'an XML declaration and a comment': replace('discover', '<s:Envelope', '<!-- an answer --><s:Envelope'),
    'an HTML page, which is no SOAP at all': answer('issue', { as: 'html' }),
  },
  inconclusive: {
    'an HTML page in place of the first answer': answer('discover', { as: 'html' }),
    'more tags than are read': replace('discover', '</s:Envelope>', `${'<a/>'.repeat(50_000)}</s:Envelope>`),
  },
});
