import { testCheck } from '../../harness/testing/check-tester.ts';
import { unknownContextItems } from './unknown-context-items.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(unknownContextItems, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
