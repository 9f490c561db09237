import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { validity } from './validity.ts';

testCheck(validity, {
  fails: ['notBefore is 2026-01-16T09:30:00.000Z', 'notAfter is 2026-01-14T09:30:00.000Z'],
  passes: { 'a certificate that began long ago': reissue({ notBeforeDays: -100 }) },
});
