import { answer } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { wrongPassword } from './wrong-password.ts';

testCheck(wrongPassword, {
  fails: [
    'The server accepted the request',
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
    /^The server refused with HTTP \d+ with a body that is not readable XML/,
  ],
  inconclusive: {
    'a server that refuses everything': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
    'a device cap': answer('issue fault', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' }),
  },
});
