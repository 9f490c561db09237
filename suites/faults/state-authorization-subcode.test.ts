import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateAuthorizationSubcode } from './state-authorization-subcode.ts';

testCheck(stateAuthorizationSubcode, {
  scenarios: serverStates.filter(({ state }) => state === 'authorization'),
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page/,
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
  ],
  passes: {
    'a detail that says more': {
      on: 'issue fault',
      asked: 'blocked@contoso.example',
      answer: { as: 'fault', subcode: 'Authorization', errorType: 'NotSupported' },
    },
  },
  alsoFails: {
    'an ErrorType of another cause': [
      {
        on: 'issue fault',
        asked: 'blocked@contoso.example',
        answer: { as: 'fault', subcode: 'Authorization', errorType: 'DeviceNotSupported' },
      },
      'The server refused with a fault (DeviceNotSupported); a device shows 0x80180014',
    ],
  },
});
