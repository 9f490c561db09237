import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { serialUniqueness } from './serial-uniqueness.ts';

testCheck(serialUniqueness, {
  fails: [
    /^Serial number 2 was given in exchange \d+ already$/,
    /^Serial number 7 was given to ".*Reference Root CA.*" already$/,
  ],
  passes: { 'one number from two issuers': behaves({ intermediate: { serial: '7' }, leaf: { serial: '7+' } }) },
});
