import { testCheck } from '../../harness/testing/check-tester.ts';
import { malformedMessage } from './malformed-message.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';

testCheck(malformedMessage, {
  scenarios: [envelopeRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML/,
  ],
  passes: {
    'any subcode': { on: 'issue fault', answer: { as: 'fault', subcode: 'InternalServiceFault' } },
  },
});
