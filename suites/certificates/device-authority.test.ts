import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceAuthority } from './device-authority.ts';

testCheck(deviceAuthority, {
  fails: ['basicConstraints of the device certificate is cA true'],
});
