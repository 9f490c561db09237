import { answer, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { lowerCaseFault } from '../../harness/testing/lower-case-fault.ts';
import { wrongPassword } from './wrong-password.ts';

testCheck(wrongPassword, {
  fails: [
    'The server accepted the request',
    'The server refused with a fault (MessageFormat); a device shows 0x80180001',
    /^The server refused with HTTP \d+ with (?:an HTML page|JSON where SOAP was due)/,
  ],
  alsoFails: {
    'a refusal whose ErrorType outranks its subcode': [
      answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'NotSupported' }),
      'The server refused with a fault (NotSupported); a device shows 0x80180015',
    ],
  },
  passes: {
    'a text of the server for the user': answer('issue fault', {
      as: 'fault',
      subcode: 'Authentication',
      errorType: 'CustomServerError',
    }),
    'an ErrorType that no device knows': answer('issue fault', {
      as: 'fault',
      subcode: 'Authentication',
      errorType: 'AuthenticationError',
    }),
    'a subcode in lower case': set('issue fault', '//s:Subcode/s:Value', 's:authentication'),
    'a whole fault in lower case': answer('issue fault', { as: 'text', text: lowerCaseFault }),
  },
  inconclusive: {
    'a server that refuses everything': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
    'a device cap': answer('issue fault', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' }),
  },
});
