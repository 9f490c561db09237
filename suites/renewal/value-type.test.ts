import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';
import { renewalValueType } from './value-type.ts';

testCheck(renewalValueType, {
  scenarios: [renewalVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
