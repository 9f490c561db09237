import { testCheck } from '../../harness/testing/check-tester.ts';
import { replacedCertificate } from './replaced-certificate.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';

testCheck(replacedCertificate, {
  scenarios: [renewalVariants],
  fails: [/^The server answered with a fault \(Authentication\); .*; a device shows 0x80180002$/],
});
