import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keyExchangeToken } from './key-exchange-token.ts';
import { requestTypeRefusals } from './scenarios/request-type-refusals.ts';
import { statusResponse } from '../../harness/testing/status-response.ts';

testCheck(keyExchangeToken, {
  scenarios: [requestTypeRefusals],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  passes: { 'a refusal of any other kind': answer('issue fault', { as: 'fault', subcode: 'EnrollmentServer' }) },
  inapplicable: { 'a server that implements it': statusResponse },
  inconclusive: {
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
  },
});
