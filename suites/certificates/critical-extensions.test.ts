import { testCheck } from '../../harness/testing/check-tester.ts';
import { criticalExtensions } from './critical-extensions.ts';

testCheck(criticalExtensions, {
  fails: [/ has a critical extension 1\.3\.6\.1\.4\.1\.32473\.1 that RFC 5280 does not know$/],
});
