import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateStore } from './certificate-store.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';
import { windowsEnrollment } from './scenarios/windows-enrollment.ts';

testCheck(certificateStore, {
  scenarios: [windowsEnrollment, contextItemVariants],
  fails: ['The certificate is below My/System', 'The certificate is below My/User'],
});
