import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { hashReference } from './hash-reference.ts';

testCheck(hashReference, {
  fails: ['hashAlgorithmOIDReference "77" equals no oIDReferenceID'],
  inapplicable: {
    'a policy without a hash': remove('get-policies', '//x:hashAlgorithmOIDReference'),
    'a message without oIDs': remove('get-policies', '//x:GetPoliciesResponse/x:oIDs'),
  },
});
