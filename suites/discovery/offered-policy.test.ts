import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { offeredPolicy } from './offered-policy.ts';

testCheck(offeredPolicy, {
  fails: ['AuthPolicy is "Certificate"; a device shows 0x80180028'],
  passes: { 'another policy that was offered': set('discover', '//d:AuthPolicy', 'Federated') },
  inapplicable: { 'a policy that does not exist': set('discover', '//d:AuthPolicy', 'Password') },
});
