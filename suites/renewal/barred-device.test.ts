import { testCheck } from '../../harness/testing/check-tester.ts';
import { barredDevice } from './barred-device.ts';
import { renewalStates } from './scenarios/renewal-states.ts';

testCheck(barredDevice, {
  scenarios: renewalStates.filter(({ state }) => state === 'not-eligible-to-renew'),
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with a body that is not readable XML/],
});
