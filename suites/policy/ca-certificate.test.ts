import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caCertificate } from './ca-certificate.ts';

testCheck(caCertificate, {
  fails: [
    'The certificate of the cA is empty',
    'The certificate of the cA is not base64',
    /^The certificate of the cA is not an X\.509 certificate: /,
    'The certificate of the cA is not a CA certificate',
  ],
  inapplicable: { 'a message without cAs': remove('get-policies', '//x:GetPoliciesResponse/x:cAs') },
});
