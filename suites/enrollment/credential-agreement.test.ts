import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { credentialAgreement } from './credential-agreement.ts';

testCheck(credentialAgreement, {
  fails: [
    'The enrollment service answered with a fault (Authentication) what the policy service accepted; a device shows 0x80180002',
  ],
  passes: { 'a refusal for the certificate request': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
  inconclusive: { 'a policy service that answers nothing usable': answer('get-policies', { as: 'html' }) },
});
