import { testCheck } from '../../harness/testing/check-tester.ts';
import { serialUniqueness } from './serial-uniqueness.ts';

testCheck(serialUniqueness, {
  fails: [/^Serial number 2 was given in exchange \d+ already$/],
});
