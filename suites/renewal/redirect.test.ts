import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalRedirect } from './redirect.ts';

testCheck(renewalRedirect, {
  fails: ['HTTP status 307 redirects the renewal to "https://mdm.contoso.example/Renew"'],
});
