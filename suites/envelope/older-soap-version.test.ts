import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { olderSoapVersion } from './older-soap-version.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';

const deviation = 'soap-version';
const accepted = 'The server took a request in SOAP 1.1 for one in SOAP 1.2';

testCheck(olderSoapVersion, {
  scenarios: [envelopeRefusals],
  fails: [accepted, accepted, /^The server answered with no complete answer/],
  alsoFails: {
    'a page that is no refusal': [
      [
        { on: 'discover fault', deviation, answer: { as: 'html' } },
        { on: 'discover fault', deviation, status: 200 },
      ],
      /^The server answered with HTTP 200 with an HTML page/,
    ],
  },
  passes: {
    'a refusal without SOAP': [
      { on: 'discover fault', deviation, answer: { as: 'html' } },
      { on: 'discover fault', deviation, status: 415 },
    ],
    'a server that speaks both versions': [
      { on: 'discover fault', deviation, answer: { as: 'control' } },
      { on: 'discover fault', deviation, replace: namespaces.s, by: namespaces.s11 },
    ],
  },
});
