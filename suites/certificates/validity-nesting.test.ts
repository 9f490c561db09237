import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { validityNesting } from './validity-nesting.ts';

testCheck(validityNesting, {
  fails: [
    /^The certificate expires after ".*Reference Device CA.*", which is valid until 2026-02-14T09:30:00.000Z$/,
    /^The certificate expires after ".*Reference Root CA.*", which is valid until 2026-02-14T09:30:00.000Z$/,
    /^The certificate expires after ".*Reference Device CA.*", which is valid until 2031-/,
  ],
  passes: {
    'a certificate that ends with its issuer': behaves({ intermediate: { notAfterDays: 365 } }),
    'an issuer that ends a day earlier': behaves({ intermediate: { notAfterDays: 364 } }),
    'a root that has expired, which another check reports': behaves({ root: { notAfterDays: -1 } }),
    'an intermediate that outlives the root, unlike the certificate': behaves({
      root: { notAfterDays: 400 },
      intermediate: { notAfterDays: 800 },
    }),
    'a certificate older than its issuer': reissue({ notBeforeDays: -100 }),
  },
});
