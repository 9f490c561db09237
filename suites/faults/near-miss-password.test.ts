import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { nearMissPassword } from './near-miss-password.ts';

testCheck(nearMissPassword, {
  fails: [
    'The server accepted the password in the other letter case',
    'The server accepted the password without its last character',
  ],
  passes: {
    'a server with another fault for it': answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
    'a server that accepts the empty password, which another check reports': behaves({ takesForRight: 'nothing' }),
  },
  inconclusive: {
    'a server that refuses everybody': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
  },
});
