import { swap } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { repeatability } from './repeatability.ts';

testCheck(repeatability, {
  fails: [/^The answer differs from that of exchange \d+ to the same request$/],
  passes: { 'another order': swap('discover', '//d:AuthPolicy') },
});
