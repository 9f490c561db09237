import { testCheck } from '../../harness/testing/check-tester.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';
import { unknownAction } from './unknown-action.ts';

testCheck(unknownAction, {
  scenarios: [envelopeRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML/,
  ],
});
