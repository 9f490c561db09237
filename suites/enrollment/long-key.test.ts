import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { longKey } from './long-key.ts';
import { windowsEnrollment } from './scenarios/windows-enrollment.ts';

testCheck(longKey, {
  scenarios: [windowsEnrollment],
  cleanIs: 'inapplicable',
  fails: ['The server answered with a fault (CertificateRequest); a device shows 0x80180004'],
  passes: { 'a policy that asks for 3072 bits and means it': set('get-policies', '//x:minimalKeyLength', '3072') },
});
