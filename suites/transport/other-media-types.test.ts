import { testCheck } from '../../harness/testing/check-tester.ts';
import { otherMediaTypes } from './other-media-types.ts';
import { otherMediaTypes as otherMediaTypesScenario } from './scenarios/other-media-types.ts';

const textXml = 'Content-Type: text/xml';

testCheck(otherMediaTypes, {
  scenarios: [otherMediaTypesScenario],
  fails: [/^The server answered with HTTP 500/, /^The server answered with no complete answer/],
  passes: {
    'a server that refuses with a fault': {
      on: 'discover',
      asked: textXml,
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    'a gateway that refuses with 415': [
      { on: 'discover', asked: textXml, answer: { as: 'html' } },
      { on: 'discover', asked: textXml, status: 415 },
    ],
  },
});
