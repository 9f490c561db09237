import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateValidity } from './certificate-validity.ts';

testCheck(certificateValidity, {
  fails: ['validityPeriodSeconds is "0"', 'renewalPeriodSeconds is "0"', 'renewalPeriodSeconds is "-3600"'],
  inapplicable: { 'a policy without certificateValidity': remove('get-policies', '//x:certificateValidity') },
});
