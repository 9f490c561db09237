import { duplicate, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unfilteredPolicies } from './unfiltered-policies.ts';

testCheck(unfilteredPolicies, {
  fails: [
    'The answer to a request without filter has no policy',
    'The answer to a request without filter has no policy',
  ],
  passes: { 'several policies': duplicate('get-policies', '//x:policy') },
  inapplicable: { 'an answer that nothing changed': set('get-policies', '//x:policiesNotChanged', 'true') },
});
