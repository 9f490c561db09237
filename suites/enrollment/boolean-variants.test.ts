import { testCheck } from '../../harness/testing/check-tester.ts';
import { booleanVariants } from './boolean-variants.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(booleanVariants, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
