import { status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { httpMethods } from './http-methods.ts';
import { httpMethods as driven } from './scenarios/http-methods.ts';

testCheck(httpMethods, {
  scenarios: [driven],
  fails: ['HEAD is answered with HTTP 500', 'PUT is answered with HTTP 200', /^HEAD brings no complete answer/],
  alsoFails: { 'a redirect': [status('other', 302), 'PUT is answered with HTTP 302'] },
  passes: {
    'an unknown method': status('other', 501),
    'a closed door': status('other', 403),
  },
});
