import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { preferredLanguage } from './preferred-language.ts';
import { policyVariants } from './scenarios/policy-variants.ts';

testCheck(preferredLanguage, {
  scenarios: [policyVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
