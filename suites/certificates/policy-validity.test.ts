import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyValidity } from './policy-validity.ts';

testCheck(policyValidity, {
  fails: [/^The certificate is valid for \d+ seconds$/],
  inapplicable: { 'a policy that states none': remove('get-policies', '//x:validityPeriodSeconds') },
});
