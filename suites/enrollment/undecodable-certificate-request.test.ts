import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { undecodableCertificateRequest } from './undecodable-certificate-request.ts';
import { certificateRequestRefusals } from './scenarios/certificate-request-refusals.ts';

testCheck(undecodableCertificateRequest, {
  scenarios: [certificateRequestRefusals],
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML: .*; a device shows 0x801901F4$/,
    'The server refused with a fault (EnrollmentServer); a device shows 0x80180005',
  ],
  passes: { 'a refusal of its format': answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }) },
  inconclusive: {
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
  },
});
