import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateLicense } from './state-license.ts';

testCheck(stateLicense, {
  scenarios: serverStates.filter(({ state }) => state === 'license'),
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML/,
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
