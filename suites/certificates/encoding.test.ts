import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { encoding } from './encoding.ts';

testCheck(encoding, {
  fails: [
    /^"CN=.+": extension 2\.5\.29\.19 more than once$/,
    /^"CN=.+": the two signature algorithms differ$/,
    /^"CN=.+": validity not in the form of RFC 5280 section 4\.1\.2\.5$/,
  ],
  passes: {
    'a version that another check reports': reissue({ version: 1 }),
    'serial numbers that another check reports': reissue({ serial: '-5' }),
    'a certificate until the next century': reissue({ notAfterDays: 30_000 }),
  },
});
