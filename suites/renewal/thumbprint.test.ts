import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedThumbprint } from './thumbprint.ts';

testCheck(renewedThumbprint, {
  fails: ['The certificate stands under "0123456789ABCDEF0123456789ABCDEF01234567"'],
});
