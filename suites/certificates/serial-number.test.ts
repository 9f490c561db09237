import { testCheck } from '../../harness/testing/check-tester.ts';
import { serialNumber } from './serial-number.ts';

testCheck(serialNumber, {
  fails: ['The serial number is -5', 'The serial number is 0', /^The serial number is 29\d+$/],
});
