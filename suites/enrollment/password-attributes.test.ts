import { testCheck } from '../../harness/testing/check-tester.ts';
import { passwordAttributes } from './password-attributes.ts';
import { usernameTokenVariants } from './scenarios/username-token-variants.ts';

testCheck(passwordAttributes, {
  scenarios: [usernameTokenVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
