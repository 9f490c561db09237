import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyOidReference } from './policy-oid-reference.ts';

testCheck(policyOidReference, {
  fails: ['policyOIDReference "77" equals no oIDReferenceID', /^policyOIDReference "\d+" equals no oIDReferenceID$/],
  passes: { 'white space and a leading zero': set('get-policies', '//x:policyOIDReference', ' 01 ') },
  inapplicable: {
    'an answer without policies': remove('get-policies', '//x:policies'),
    'an answer that nothing changed, where the device has the oIDs': [
      remove('get-policies', '//x:GetPoliciesResponse/x:oIDs'),
      set('get-policies', '//x:policiesNotChanged', 'true'),
    ],
  },
});
