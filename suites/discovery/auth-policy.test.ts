import { set } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authPolicy } from './auth-policy.ts';

testCheck(authPolicy, {
  fails: ['AuthPolicy is "Password"', 'AuthPolicy is " OnPremise "'],
  passes: { 'another known policy': set('discover', '//d:AuthPolicy', 'Federated') },
});
