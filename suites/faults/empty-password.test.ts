import { answer, behaves, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { emptyPassword } from './empty-password.ts';

testCheck(emptyPassword, {
  fails: Array.from(
    emptyPassword.counterexamples,
    () => 'The server accepted the name of a user with an empty password',
  ),
  alsoFails: {
    'a server that checks no password': [
      behaves({ acceptsAnyPassword: true }),
      'The server accepted the name of a user with an empty password',
    ],
  },
  passes: {
    'a server to which a missing password is a wrong message': answer('issue fault', {
      as: 'fault',
      subcode: 'MessageFormat',
    }),
    'a gateway that refuses with HTTP 401, which another check reports': [
      answer('issue fault', { as: 'html' }),
      status('issue fault', 401),
    ],
  },
  inconclusive: {
    'a server that refuses everybody': answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
    'a device cap': answer('issue fault', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' }),
  },
});
