import { testCheck } from '../../harness/testing/check-tester.ts';
import { thumbprint } from './thumbprint.ts';

testCheck(thumbprint, {
  fails: [
    'The certificate stands under "0123456789ABCDEF0123456789ABCDEF01234567"',
    'The certificate stands under "Reference Root"',
  ],
});
