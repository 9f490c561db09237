import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyParts } from './policy-parts.ts';

testCheck(policyParts, {
  fails: ['policy has no cAs', 'policy has the children cAs, policyOIDReference, attributes'],
  inapplicable: { 'an answer without policies': remove('get-policies', '//x:policies') },
});
