import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateCaDown } from './state-ca-down.ts';

testCheck(stateCaDown, {
  scenarios: serverStates.filter(({ state }) => state === 'ca-down'),
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with a body that is not readable XML/],
});
