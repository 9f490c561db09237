import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateMaintenance } from './state-maintenance.ts';

const onState = { on: 'issue fault', asked: 'maintenance@contoso.example' } as const;

testCheck(stateMaintenance, {
  scenarios: serverStates.filter(({ state }) => state === 'maintenance'),
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page/,
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
  ],
  alsoFails: {
    'HTTP 503 alone': [
      [
        { ...onState, answer: { as: 'html' } },
        { ...onState, status: 503 },
      ],
      /^The server refused with HTTP 503/,
    ],
  },
  inconclusive: {
    throttling: { ...onState, status: 429 },
    'a device cap': { ...onState, answer: { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' } },
  },
});
