import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationAnswer } from './answer.ts';

testCheck(authenticationAnswer, {
  fails: [
    'The server answered with HTTP 404',
    'The server answered with HTTP 500',
    'The server answered with HTTP 200 with an empty body',
    'The server answered with HTTP 200 with no page (application/json)',
    /no complete answer/,
  ],
  passes: {
    'a redirect before the page': behaves({ signInRedirects: 'once' }),
    'a token that is XML': behaves({ tokenIsXml: true }),
  },
});
