import { testCheck } from '../../harness/testing/check-tester.ts';
import { ignoredElements } from './ignored-elements.ts';
import { tokenRequestVariants } from './scenarios/token-request-variants.ts';

testCheck(ignoredElements, {
  scenarios: [tokenRequestVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
