import { testCheck } from '../../harness/testing/check-tester.ts';
import { usernameTokenId } from './username-token-id.ts';
import { usernameTokenVariants } from './scenarios/username-token-variants.ts';

testCheck(usernameTokenId, {
  scenarios: [usernameTokenVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
