import { testCheck } from '../../harness/testing/check-tester.ts';
import { requester } from './requester.ts';
import { secondUser } from './scenarios/second-user.ts';

testCheck(requester, {
  scenarios: [secondUser],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with a body that is not readable XML/],
});
