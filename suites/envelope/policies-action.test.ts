import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policiesAction } from './policies-action.ts';

testCheck(policiesAction, {
  fails: ['Action is "http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies"'],
  inapplicable: { 'no Action, which another check reports': remove('get-policies', '//a:Action') },
});
