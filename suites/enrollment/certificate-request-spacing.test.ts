import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateRequestSpacing } from './certificate-request-spacing.ts';
import { tokenRequestVariants } from './scenarios/token-request-variants.ts';

testCheck(certificateRequestSpacing, {
  scenarios: [tokenRequestVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
});
