import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentRefusal } from './enrollment-refusal.ts';

testCheck(enrollmentRefusal, {
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page.*; a device shows 0x801901F4$/,
    /^The server refused with no complete answer \(.*\); a device shows 0x80180010$/,
  ],
  passes: { 'a fault with another subcode': answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }) },
  inconclusive: {
    'a server that refuses everything': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
    'a device cap': answer('issue fault', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' }),
  },
});
