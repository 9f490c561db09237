import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateAuthentication } from './certificate-authentication.ts';
import { renewal } from './scenarios/renewal.ts';

testCheck(certificateAuthentication, {
  scenarios: [renewal],
  fails: [
    'Without the password of the user nothing is renewed (no Security header: a fault (Authentication); ' +
      'a UsernameToken with an empty password: a fault (Authentication)); a device shows 0x80180002',
  ],
  passes: {
    'a demand for a UsernameToken, whose password is empty': {
      on: 'renew',
      matching: '^(?![^]*UsernameToken)',
      answer: { as: 'fault', subcode: 'InvalidSecurity' },
    },
    'a refusal of any Security header': {
      on: 'renew',
      asked: 'UsernameToken',
      answer: { as: 'fault', subcode: 'InvalidSecurity' },
    },
  },
  inconclusive: { 'a server that renews nothing': answer('renew', { as: 'fault', subcode: 'MessageFormat' }) },
});
