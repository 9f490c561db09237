import { testCheck } from '../../harness/testing/check-tester.ts';
import { repeatedContextItems } from './repeated-context-items.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(repeatedContextItems, {
  scenarios: [contextItemVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
