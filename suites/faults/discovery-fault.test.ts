import { answer, header, status } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoveryFault } from './discovery-fault.ts';

testCheck(discoveryFault, {
  cleanIs: 'inapplicable',
  fails: [
    /^The server refused with HTTP 500 with a body that is not readable XML: .*; a device shows 0x801901F4$/,
    /^The server refused with no whole answer \(.*\); a device shows 0x80180010$/,
  ],
  alsoFails: {
    'an empty answer': [
      answer('discover', { as: 'empty' }),
      'The server refused with HTTP 200 with an empty body; a device shows 0x80180029',
    ],
  },
  passes: { 'a fault': answer('discover', { as: 'fault', subcode: 'InternalServiceFault' }) },
  inapplicable: {
    'a redirect': [status('discover', 302), header('discover', 'Location', 'https://other.example/')],
    'a SOAP message that is not well-formed': { on: 'discover', replace: '</s:Body>', by: '</s:body>' },
  },
});
