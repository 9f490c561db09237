import { testCheck } from '../../harness/testing/check-tester.ts';
import { earlyRenewal } from './early-renewal.ts';
import { renewalStates } from './scenarios/renewal-states.ts';

testCheck(earlyRenewal, {
  scenarios: renewalStates.filter(({ state }) => state === 'early-renewal'),
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with a body that is not readable XML/],
});
