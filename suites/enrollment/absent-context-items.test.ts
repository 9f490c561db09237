import { testCheck } from '../../harness/testing/check-tester.ts';
import { absentContextItems } from './absent-context-items.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(absentContextItems, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
