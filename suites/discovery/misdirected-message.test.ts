import { testCheck } from '../../harness/testing/check-tester.ts';
import { misdirectedMessage } from './misdirected-message.ts';
import { misdirectedPolicies } from './scenarios/misdirected-policies.ts';

testCheck(misdirectedMessage, {
  scenarios: [misdirectedPolicies],
  fails: [
    /^The server refused with HTTP 200 with \{/,
    /^The server refused with HTTP 500 with a body that is not readable XML/,
  ],
});
