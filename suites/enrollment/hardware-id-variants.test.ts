import { testCheck } from '../../harness/testing/check-tester.ts';
import { hardwareIdVariants } from './hardware-id-variants.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(hardwareIdVariants, {
  scenarios: [contextItemVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
