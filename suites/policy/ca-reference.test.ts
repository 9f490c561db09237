import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caReference } from './ca-reference.ts';

testCheck(caReference, {
  fails: ['cAReference "5" equals no cAReferenceID', 'cAReference "0" equals no cAReferenceID'],
  inapplicable: {
    'a policy that names no issuer': remove('get-policies', '//x:cAReference'),
    'an answer that nothing changed, where the device has the issuers': [
      remove('get-policies', '//x:GetPoliciesResponse/x:cAs'),
      set('get-policies', '//x:policiesNotChanged', 'true'),
    ],
  },
});
