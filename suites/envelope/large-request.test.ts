import { testCheck } from '../../harness/testing/check-tester.ts';
import { largeRequest } from './large-request.ts';
import { largeRequest as driven } from './scenarios/large-request.ts';

const asked = 'Name="MdeConformance19999"';

testCheck(largeRequest, {
  scenarios: [driven],
  fails: [/^\d{7} bytes got no complete answer/, /^\d{7} bytes got no complete answer/],
  passes: {
    'a fault': { on: 'issue', asked, answer: { as: 'fault', subcode: 'MessageFormat' } },
    'a gateway that refuses it': [
      { on: 'issue', asked, answer: { as: 'html' } },
      { on: 'issue', asked, status: 413 },
    ],
  },
});
