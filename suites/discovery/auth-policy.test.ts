import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authPolicy } from './auth-policy.ts';

testCheck(authPolicy, {
  fails: [
    'AuthPolicy is "Password"',
    'AuthPolicy is " OnPremise "',
    'DiscoverResult has no AuthPolicy',
    'DiscoverResult has AuthPolicy 2 times',
  ],
  passes: { 'another known policy': set('discover', '//d:AuthPolicy', 'Federated') },
  inapplicable: { 'no DiscoverResult, which another check reports': remove('discover', '//d:DiscoverResult') },
});
