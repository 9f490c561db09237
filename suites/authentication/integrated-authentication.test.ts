import { addHeader, answer, header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { integratedAuthentication } from './integrated-authentication.ts';

const negotiate = header('authenticate', 'WWW-Authenticate', 'Negotiate');

testCheck(integratedAuthentication, {
  fails: ['The page demands Negotiate, and offers nothing else', 'The page demands ntlm, and offers nothing else'],
  alsoFails: {
    'two schemes in one field': [
      [
        answer('authenticate', { as: 'html' }),
        status('authenticate', 401),
        header('authenticate', 'WWW-Authenticate', 'Negotiate, NTLM TlRMTVNTUAAB=='),
      ],
      'The page demands Negotiate or NTLM, and offers nothing else',
    ],
  },
  passes: {
    'Negotiate above a login form': [status('authenticate', 401), negotiate],
    'Basic beside Negotiate': [
      answer('authenticate', { as: 'html' }),
      status('authenticate', 401),
      negotiate,
      addHeader('authenticate', 'WWW-Authenticate', 'Basic realm="a, NTLM"'),
    ],
  },
});
