import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unknownRequestType } from './unknown-request-type.ts';
import { requestTypeRefusals } from './scenarios/request-type-refusals.ts';

testCheck(unknownRequestType, {
  scenarios: [requestTypeRefusals],
  fails: [
    'The server accepted the request',
    /^The server refused with HTTP 500 with a body that is not readable XML: .*; a device shows 0x801901F4$/,
  ],
  passes: { 'a refusal of any other kind': answer('issue fault', { as: 'fault', subcode: 'InternalServiceFault' }) },
  inconclusive: {
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
  },
});
