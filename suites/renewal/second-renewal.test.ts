import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewal } from './scenarios/renewal.ts';
import { secondRenewal } from './second-renewal.ts';

testCheck(secondRenewal, {
  scenarios: [renewal],
  fails: [/^The server answered with a fault \(NotEligibleToRenew\); .*; a device shows 0x80180016$/],
});
