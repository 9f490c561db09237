import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { modernEnrollment } from '../enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { serialEntropy } from './serial-entropy.ts';

testCheck(serialEntropy, {
  scenarios: [windowsEnrollment, modernEnrollment],
  fails: [
    'No serial number has more than 56 bits; the largest is 2',
    /^Serial number 1267650600228229401496703205377 is that of exchange \d+ plus 1$/,
  ],
  alsoFails: {
    'a short negative number': [reissue({ serial: '-5' }), 'No serial number has more than 56 bits; the largest is -5'],
  },
  passes: { 'one long number for all, which another check reports': reissue({ serial: (1n << 70n).toString() }) },
});
