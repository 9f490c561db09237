import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policySchema } from './policy-schema.ts';

testCheck(policySchema, {
  fails: ['policySchema is "2"', 'policySchema is "3.0"'],
  passes: { 'white space around it': set('get-policies', '//x:policySchema', '\n 3 ') },
  inapplicable: { 'a policy without policySchema': remove('get-policies', '//x:policySchema') },
});
