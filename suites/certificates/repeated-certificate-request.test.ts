import { expect, test } from 'vitest';
import { reissue } from '../../harness/engine/rule/departures.ts';
import { judgeOn, testCheck } from '../../harness/testing/check-tester.ts';
import { modernEnrollment } from '../enrollment/scenarios/modern-enrollment.ts';
import { repeatedRequest } from '../enrollment/scenarios/repeated-request.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { repeatedCertificateRequest } from './repeated-certificate-request.ts';
import { serialUniqueness } from './serial-uniqueness.ts';

/** In a run whose clock stands still, a fixed serial number makes a repetition equal to the octet. */
const sameAgain = reissue({ serial: '2' });

testCheck(repeatedCertificateRequest, {
  scenarios: [repeatedRequest],
  fails: [/^The certificate differs from the one of exchange \d+, but has its serial number$/],
  passes: { 'the first certificate again': sameAgain },
});

test('devices that send certificate requests of their own show nothing', async () => {
  const { outcome } = await judgeOn(repeatedCertificateRequest, [], [windowsEnrollment, modernEnrollment]);
  expect(outcome).toBe('inapplicable');
});

test('the first certificate again is no repeated serial number', async () => {
  expect(await judgeOn(serialUniqueness, sameAgain, [repeatedRequest])).toMatchObject({ outcome: 'passed' });
});
