import { testCheck } from '../../harness/testing/check-tester.ts';
import { ignoredRequestId } from './ignored-request-id.ts';
import { tokenRequestVariants } from './scenarios/token-request-variants.ts';

testCheck(ignoredRequestId, {
  scenarios: [tokenRequestVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
