import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caReferenceId } from './ca-reference-id.ts';

testCheck(caReferenceId, {
  fails: ['cAReferenceID "0" is there twice'],
  inapplicable: { 'a message without cAs': remove('get-policies', '//x:GetPoliciesResponse/x:cAs') },
});
