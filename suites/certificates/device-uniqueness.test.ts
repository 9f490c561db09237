import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceUniqueness } from './device-uniqueness.ts';

testCheck(deviceUniqueness, {
  fails: [/^The certificate is the one of exchange \d+, whose request had another key$/],
});
