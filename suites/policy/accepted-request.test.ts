import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { acceptedRequest } from './accepted-request.ts';

testCheck(acceptedRequest, {
  fails: ['A certificate request of 2048 bits and sha256, as the policy asks, was refused with CertificateRequest'],
  alsoFails: {
    'a policy without a hash': [
      [
        remove('get-policies', '//x:hashAlgorithmOIDReference'),
        answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
      ],
      'A certificate request of 2048 bits and sha1, as the policy asks, was refused with CertificateRequest',
    ],
  },
  inapplicable: {
    'a policy that no request follows': set('get-policies', '//x:oID[1]/x:value', '2.16.840.1.101.3.4.2.3'),
  },
  inconclusive: { 'a refusal for another reason': answer('issue', { as: 'fault', subcode: 'Authorization' }) },
});
