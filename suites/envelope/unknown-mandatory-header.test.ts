import { testCheck } from '../../harness/testing/check-tester.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';
import { unknownMandatoryHeader } from './unknown-mandatory-header.ts';

const deviation = 'must-understand';

testCheck(unknownMandatoryHeader, {
  scenarios: [envelopeRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    'The code of the fault is "Receiver"',
    /^The server refused with HTTP 500 with an HTML page/,
  ],
  passes: {
    'a code that stands alone': { on: 'discover fault', deviation, xml: { op: 'remove', at: '//s:Subcode' } },
  },
});
