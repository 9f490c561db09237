import { addHeader, header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { probeRedirect } from './probe-redirect.ts';

const location = 'https://enroll.contoso.example/EnrollmentServer/Discovery.svc';

testCheck(probeRedirect, {
  cleanIs: 'inapplicable',
  fails: ['The redirect has no Location', 'Location is "/tenant/EnrollmentServer/Discovery.svc"'],
  alsoFails: {
    'two addresses': [
      [status('probe', 307), addHeader('probe', 'Location', location), addHeader('probe', 'Location', `${location}?2`)],
      'The redirect has more than one Location',
    ],
  },
  passes: { 'an absolute address': [status('probe', 308), header('probe', 'Location', location)] },
});
