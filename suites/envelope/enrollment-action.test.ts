import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentAction } from './enrollment-action.ts';

testCheck(enrollmentAction, {
  fails: ['Action is "http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep"', 'Action is ""'],
  inapplicable: { 'no Action, which another check reports': remove('issue', '//a:Action') },
});
