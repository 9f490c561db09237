import { remove, reissue, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyKeyLength } from './policy-key-length.ts';

const length = '//x:minimalKeyLength';

testCheck(policyKeyLength, {
  fails: ['The key of the certificate has 1024 bits'],
  passes: {
    'a key longer than the policy asks': set('get-policies', length, '1024'),
    'a short key where the policy asks for no more': [set('get-policies', length, '1024'), reissue({ shortKey: true })],
    'a key of 3072 bits where the policy asks for it': set('get-policies', length, '3072'),
  },
  inapplicable: {
    'a policy that states none': remove('get-policies', length),
    'a length that is no number': set('get-policies', length, 'RSA 2048'),
  },
});
