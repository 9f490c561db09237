import { answer, close } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverRefusals } from '../discovery/scenarios/discover-refusals.ts';
import { certificateRequestRefusals } from '../enrollment/scenarios/certificate-request-refusals.ts';
import { requestTypeRefusals } from '../enrollment/scenarios/request-type-refusals.ts';
import { policyClient } from '../policy/scenarios/policy-client.ts';
import { incompleteMessage } from './incomplete-message.ts';

testCheck(incompleteMessage, {
  scenarios: [discoverRefusals, policyClient, requestTypeRefusals, certificateRequestRefusals],
  fails: [
    'The server refused with a fault (Authentication)',
    'The server refused with a fault (Authorization)',
    'The server refused with a fault (InternalServiceFault)',
    'The server refused with a fault (EnrollmentServer)',
    'The server refused with a fault (EnrollmentServer)',
  ],
  passes: {
    'nobody who is an unknown user': {
      deviation: 'email-missing',
      ...answer('discover fault', { as: 'fault', subcode: 'Authentication' }),
    },
    'no certificate request that is no good one': {
      deviation: 'csr-missing',
      ...answer('issue fault', { as: 'fault', subcode: 'CertificateRequest' }),
    },
  },
  inapplicable: {
    'a server that closes the connection': [close('discover fault'), close('get-policies fault'), close('issue fault')],
  },
});
