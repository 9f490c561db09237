import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { barredDeviceReason } from './barred-device-reason.ts';
import { renewalStates } from './scenarios/renewal-states.ts';

testCheck(barredDeviceReason, {
  scenarios: renewalStates.filter(({ state }) => state === 'not-eligible-to-renew'),
  fails: ['The server refused with a fault (Authorization); a device shows 0x80180003'],
  inapplicable: { 'a server that renews all the same': behaves({ renewalSkips: 'eligibility' }) },
});
