import { behaves, header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../faults/scenarios/wrong-password.ts';
import { secureRedirect } from './secure-redirect.ts';

testCheck(secureRedirect, {
  scenarios: [windowsEnrollment, wrongPassword],
  fails: [
    'The server redirects to "http://enroll.contoso.example/EnrollmentServer/Discovery.svc"; a device shows 0x8018001A',
    'The server redirects to "http://www.contoso.example/help"; a device shows 0x8018001A',
  ],
  alsoFails: {
    'a POST that is redirected to plain HTTP': [
      [status('discover', 301), header('discover', 'Location', 'http://mdm.example/')],
      'The server redirects to "http://mdm.example/"; a device shows 0x8018001A',
    ],
    'a sign-in page that is redirected to plain HTTP': [
      behaves({ signInRedirects: 'to-plain-http' }),
      /^The server redirects to "http:[^"]*appru=/,
    ],
  },
  passes: { 'a Location on an answer that is no redirect': header('discover', 'Location', 'http://mdm.example/') },
});
