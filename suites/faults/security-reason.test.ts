import { answer, close } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { policySecurity } from '../policy/scenarios/policy-security.ts';
import { securityReason } from './security-reason.ts';

testCheck(securityReason, {
  scenarios: [policySecurity, enrollmentCredentialRefusals],
  fails: ['The server refused with a fault (MessageFormat)', 'The server refused with a fault (InternalServiceFault)'],
  passes: {
    'Authentication as the reason of all': answer('get-policies fault', { as: 'fault', subcode: 'Authentication' }),
    'a missing part as the reason why a credential is unusable': {
      deviation: 'security-undecodable',
      ...answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }),
    },
  },
  inapplicable: { 'a server that closes the connection': [close('get-policies fault'), close('issue fault')] },
});
