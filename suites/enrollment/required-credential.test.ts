import { answer, close, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { requiredCredential } from './required-credential.ts';
import { enrollmentCredentialRefusals } from './scenarios/enrollment-credential-refusals.ts';

testCheck(requiredCredential, {
  scenarios: [enrollmentCredentialRefusals],
  fails: ['A certificate was issued without a credential'],
  passes: { 'a refusal in another form, which other checks report': status('issue fault', 401) },
  inconclusive: {
    'a connection that is closed on everybody who is refused': close('issue fault'),
    'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }),
  },
});
