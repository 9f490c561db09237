import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateRequestRefusals } from './scenarios/certificate-request-refusals.ts';
import { signatureRefusal } from './signature-refusal.ts';

testCheck(signatureRefusal, {
  scenarios: [certificateRequestRefusals],
  fails: ['The server refused with a fault (MessageFormat)'],
  inapplicable: {
    'a server that does not verify signatures': answer('issue fault', { as: 'control' }),
    'a server without SOAP faults': answer('issue fault', { as: 'json' }),
  },
  inconclusive: { 'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'EnrollmentServer' }) },
});
