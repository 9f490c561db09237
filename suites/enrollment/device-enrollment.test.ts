import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceEnrollment } from './device-enrollment.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(deviceEnrollment, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
