import { answer, close } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { requestTypeRefusals } from '../enrollment/scenarios/request-type-refusals.ts';
import { envelopeRefusals } from '../envelope/scenarios/envelope-refusals.ts';
import { blamedCredential } from './blamed-credential.ts';

testCheck(blamedCredential, {
  scenarios: [envelopeRefusals, requestTypeRefusals],
  fails: [
    'The server refused with a fault (Authentication), and takes the same credential in valid requests',
    'The server refused with a fault (InvalidSecurity), and takes the same credential in valid requests',
    'The server refused with a fault (Authentication), and takes the same credential in valid requests',
    'The server refused with a fault (Authentication), and takes the same credential in valid requests',
  ],
  passes: {
    'a request that the user may not make': {
      deviation: 'request-type',
      ...answer('issue fault', { as: 'fault', subcode: 'Authorization' }),
    },
    'a subcode of WS-Addressing': {
      deviation: 'action',
      ...answer('get-policies fault', { as: 'fault', subcode: 'ActionNotSupported' }),
    },
    'an ErrorType, which says more than the subcode': {
      deviation: 'query-token-status',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'NotSupported' }),
    },
  },
  inapplicable: { 'a server that closes the connection': [close('get-policies fault'), close('issue fault')] },
});
