import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateCustomError } from './state-custom-error.ts';

testCheck(stateCustomError, {
  scenarios: serverStates.filter(({ state }) => state === 'custom-error'),
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML/,
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
