import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { shortKey } from './short-key.ts';
import { certificateRequestRefusals } from './scenarios/certificate-request-refusals.ts';

testCheck(shortKey, {
  scenarios: [certificateRequestRefusals],
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML: .*; a device shows 0x801901F4$/,
    'The server refused with a fault (EnrollmentServer); a device shows 0x80180005',
  ],
  inconclusive: {
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
  },
});
