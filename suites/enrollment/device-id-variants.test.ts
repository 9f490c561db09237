import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceIdVariants } from './device-id-variants.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(deviceIdVariants, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
